namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that the person who runs or deploys the application gives.</summary>
public class ParameterResource : Resource, IExpressionValue
{
    private readonly Lazy<string> _value;
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="callback">Gives the value, from the default where there is one; throws <see cref="MissingParameterValueException"/> where there is none.</param>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _value = new Lazy<string>(() => callback(Default), LazyThreadSafetyMode.PublicationOnly);
        Secret = secret;
    }

    /// <summary>Secret values are never published and never shown unasked.</summary>
    public bool Secret { get; }

    public ParameterDefault? Default { get; set; }

    public string? Description { get; set; }

    public bool EnableDescriptionMarkdown { get; set; }

    public string ValueExpression => $"{{{Name}.value}}";

    /// <summary>The key under which the configuration holds the value.</summary>
    internal string ConfigurationKey { get; init; } = "";

    /// <summary>Whether somebody may give a missing value later; while publishing nobody can, and nobody waits.</summary>
    internal bool CanBeAnswered { get; init; } = true;

    /// <exception cref="MissingParameterValueException">No source has a value.</exception>
    public string Value => _answer.Task.IsCompletedSuccessfully ? _answer.Task.Result : _value.Value;

    /// <summary>Whether some source has a value, or somebody has given one.</summary>
    internal bool HasValue
    {
        get
        {
            try
            {
                return Value is not null;
            }
            catch (MissingParameterValueException)
            {
                return false;
            }
        }
    }

    /// <summary>The value; where no source has one, waits for somebody to give it.</summary>
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Value;
        }
        catch (MissingParameterValueException) when (CanBeAnswered)
        {
            return await _answer.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Gives a missing value to everyone who waits for it.</summary>
    internal void Answer(string value) => _answer.TrySetResult(value);
}

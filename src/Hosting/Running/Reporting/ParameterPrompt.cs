using Aspire.Hosting.ApplicationModel;
using Spectre.Console;

namespace Aspire.Hosting.Running;

/// <summary>Asks the person at the terminal, if there is one, for the values that are missing, one after the other.</summary>
internal sealed class ParameterPrompt(IAnsiConsole? terminal) : IDisposable
{
    private readonly SemaphoreSlim _oneQuestion = new(1, 1);

    public bool IsSomebodyThere => terminal is not null;

    /// <summary>Nothing happens when nobody is there, or when somebody has given the value meanwhile.</summary>
    public async Task AskAsync(ParameterResource parameter, CancellationToken cancellationToken)
    {
        if (terminal is null)
        {
            return;
        }

        await _oneQuestion.WaitAsync(cancellationToken);
        try
        {
            if (!parameter.HasValue)
            {
                // Asking for a key switches the terminal's own echo off, before anybody can type.
                _ = Console.KeyAvailable;
                var prompt = new TextPrompt<string>($"Value of [bold]{Markup.Escape(parameter.Name)}[/]:");
                parameter.Answer(await (parameter.Secret ? prompt.Secret() : prompt).ShowAsync(terminal, cancellationToken));
            }
        }
        finally
        {
            _oneQuestion.Release();
        }
    }

    public void Dispose() => _oneQuestion.Dispose();
}

using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Manifests;

/// <summary>Collects what is wrong with settings, each with the setting's path, its value and what is allowed.</summary>
internal sealed class Findings(string path, List<string> messages)
{
    public Findings At(string part) => new(path.Length == 0 ? part : $"{path}.{part}", messages);

    public void Require(bool holds, string? value, string allowed, [CallerArgumentExpression(nameof(value))] string setting = "")
    {
        if (!holds)
            messages.Add($"{Path(setting)} is {(value is null ? "not set" : $"'{value}'")}. Allowed: {allowed}.");
    }

    public void Range(long value, long from, long to, [CallerArgumentExpression(nameof(value))] string setting = "")
    {
        if (value < from || value > to)
            messages.Add($"{Path(setting)} is {value}. Allowed: {from} to {to}.");
    }

    public void Text(string value, string setting)
    {
        if (!KubernetesName.IsText(value))
            Add(setting, "holds a NUL or half a character. Allowed: any other text.");
    }

    public void Add(string setting, string message) => messages.Add($"{Path(setting)} {message}");

    /// <summary>The caller's expression begins with its own variable (<c>image.Tag</c>); a reader knows the setting by what follows.</summary>
    private string Path(string setting)
    {
        var own = setting[(setting.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return path.Length == 0 ? own : $"{path}.{own}";
    }
}

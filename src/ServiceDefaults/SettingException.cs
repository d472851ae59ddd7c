namespace RegressionAnalyzer.ServiceDefaults;

/// <summary>A setting has a value that is not allowed. The message is one line: the name, the value, what is allowed.</summary>
public sealed class SettingException(string name, string? value, string allowed) : Exception($"{name} is '{value}'. Allowed: {allowed}.")
{
    public string Name { get; } = name;
}

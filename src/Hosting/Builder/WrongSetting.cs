using System.Text.RegularExpressions;

namespace Aspire.Hosting;

/// <summary>Says of a setting that is not of the type the model reads it as what it can be.</summary>
internal static partial class WrongSetting
{
    /// <param name="exception">What reading a setting as a type throws.</param>
    /// <returns>Null when it is about something else.</returns>
    public static string? Describe(Exception exception) => exception is InvalidOperationException && Message().Match(exception.Message) is { Success: true } message
        ? $"The setting {message.Groups["key"]} is '{message.Groups["value"]}'; it must be {Allowed(message.Groups["type"].Value)}."
        : null;

    private static string Allowed(string type) => type switch
    {
        "System.Boolean" => "true or false",
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Double" or "System.Decimal" => "a number",
        "System.TimeSpan" => "a time such as 00:00:30",
        "System.Uri" => "an address such as https://example.com",
        _ => $"of the type {type}",
    };

    /// <summary>As Microsoft.Extensions.Configuration.Binder writes it.</summary>
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>.*)' to type '(?<type>.*)'")]
    private static partial Regex Message();
}

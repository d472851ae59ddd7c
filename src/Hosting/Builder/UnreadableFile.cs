using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aspire.Hosting;

/// <summary>Says of a settings file that cannot be read which it is, where in it the fault is, and what mends it.</summary>
internal static partial class UnreadableFile
{
    /// <param name="exception">What reading a configuration throws.</param>
    /// <returns>Null when it is about something else.</returns>
    public static string? Describe(Exception exception) => exception switch
    {
        // .NET names the file in the first exception, and what is wrong with it in the last.
        InvalidDataException when Quoted().Match(exception.Message) is { Success: true } file => Describe(file.Groups[1].Value, exception.GetBaseException()),
        UnauthorizedAccessException when Quoted().Match(exception.Message) is { Success: true } file => Describe(file.Groups[1].Value, exception),
        _ => null,
    };

    public static string Describe(string file, Exception cause) => cause switch
    {
        JsonException when cause.Message.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal) => $"'{file}' is empty. Write {{}} into it for no settings.",
        JsonException { LineNumber: { } line, BytePositionInLine: { } column } => string.Create(
            CultureInfo.InvariantCulture, $"'{file}' is not valid JSON: line {line + 1}, column {column + 1}: {Position().Replace(cause.Message, "")} Correct it there."),
        UnauthorizedAccessException => $"'{file}' cannot be read by the user {Environment.UserName}. Give that user the right to read it, or run as its owner.",
        FormatException => $"'{file}' does not hold settings: {cause.Message} Correct it.",
        _ => $"'{file}' cannot be read: {cause.Message}",
    };

    [GeneratedRegex("'(.+)'")]
    private static partial Regex Quoted();

    /// <summary>Where the parser says again what the line and column say, counted from 0.</summary>
    [GeneratedRegex(@"\s*(Path: [^|]*\| )?LineNumber: .*$")]
    private static partial Regex Position();
}

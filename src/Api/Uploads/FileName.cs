using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Uploads;

/// <summary>The name a client gives its file. It is shown and its ending tells the format; it never becomes a path.</summary>
internal static class FileName
{
    private const int MaxLength = 255;

    /// <exception cref="RequestException">It is missing, too long, or holds what no file name holds.</exception>
    public static string Checked(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw Refused("The part 'file' has no file name. Its ending tells the format, so one is needed, such as sales.csv.");
        if (name.Length > MaxLength)
            throw Refused($"The file name has {name.Length} characters. At most {MaxLength} are allowed.");
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0)
            throw Refused($"The file name '{name}' holds a path. Send the name alone, such as sales.csv.");
        if (name.Any(char.IsControl))
            throw Refused("The file name holds control characters. Send a plain name, such as sales.csv.");
        return name;
    }

    private static RequestException Refused(string detail) => new(StatusCodes.Status400BadRequest, detail);
}

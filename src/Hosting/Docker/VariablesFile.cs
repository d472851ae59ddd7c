using System.Text;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Docker;

/// <summary>The <c>.env</c> of a Compose file: each variable with its description above it.</summary>
internal static partial class VariablesFile
{
    /// <param name="earlier">The file's content before, or nothing: values that a person filled in stay, and so do variables that are not ours.</param>
    public static string Write(IReadOnlyList<ComposeVariable> variables, string earlier)
    {
        var filledIn = Assignment().Matches(earlier).Select(m => (Name: m.Groups["name"].Value, Text: m.Groups["value"].Value)).ToList();
        var text = new StringBuilder();
        foreach (var variable in variables)
        {
            text.Append(Comment(variable.Description)).Append(variable.Name).Append('=').Append(Value(variable, filledIn)).Append("\n\n");
        }

        foreach (var (name, value) in filledIn.Where(f => variables.All(v => v.Name != f.Name)))
        {
            text.Append(name).Append('=').Append(value).Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Value(ComposeVariable variable, List<(string Name, string Text)> filledIn) =>
        variable.Kind != ComposeVariableKind.OfTheModel && filledIn.LastOrDefault(f => f.Name == variable.Name).Text is { Length: > 0 } theirs
            ? theirs
            : Quote(variable.Value);

    private static string Comment(string description) =>
        string.Concat(description.Split('\n').Select(line => $"# {line.TrimEnd('\r')}".TrimEnd() + "\n"));

    /// <summary>Between single quotes everything stands for itself but the quote; between double quotes a few signs need a backslash.</summary>
    private static string Quote(string value) =>
        Plain().IsMatch(value) ? value
        : !value.Contains('\'', StringComparison.Ordinal) && !value.Contains('\n', StringComparison.Ordinal) ? $"'{value}'"
        : $"\"{DoubleQuotes().Replace(value, @"\$0").Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"^[A-Za-z0-9_./:@%+,-]*\z")]
    private static partial Regex Plain();

    [GeneratedRegex("""[\\"$`]""")]
    private static partial Regex DoubleQuotes();

    [GeneratedRegex("""^[ \t]*(export[ \t]+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*(?<value>("(\\.|[^"\\])*"|'[^']*'|[^\r\n]*?))[ \t]*\r?$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}

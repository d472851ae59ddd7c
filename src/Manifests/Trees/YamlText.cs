using System.Globalization;
using System.Text;

namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>
/// Writes a text as YAML. It stays plain only where no reader, of YAML 1.1 or 1.2, could take it for anything but that text; all else is
/// double-quoted, the one style that can hold every text. Source: yaml.org, specification 1.2.2, chapter 7.3, and the types of YAML 1.1.
/// </summary>
internal static class YamlText
{
    /// <summary>Texts that look plain and are something else to YAML 1.1.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off", "true", "false", "null" };

    public static void Append(StringBuilder output, string text)
    {
        if (IsPlain(text))
            output.Append(text);
        else
            AppendQuoted(output, text);
    }

    private static bool IsPlain(string text) =>
        text.Length is > 0 and <= 100
        && (char.IsAsciiLetter(text[0]) || text[0] == '/')
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
        && !Reserved.Contains(text);

    private static void AppendQuoted(StringBuilder output, string text)
    {
        output.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                output.Append(c).Append(text[++i]);
            else
                AppendEscaped(output, c);
        }

        output.Append('"');
    }

    private static void AppendEscaped(StringBuilder output, char c)
    {
        switch (c)
        {
            case var known when ShortEscape.Of(known) is { } escape:
                output.Append(escape);
                break;
            case < ' ' or (>= '\u007f' and <= '\u00a0') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff':
            case var invisible when char.GetUnicodeCategory(invisible) is UnicodeCategory.Format or UnicodeCategory.Surrogate:
                output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
            default:
                output.Append(c);
                break;
        }
    }
}

using System.Globalization;
using System.Text;

namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>
/// Writes a tree of maps, sequences and scalars as JSON, in one line with the escapes of Go's encoding/json, which Helm's <c>toJson</c> uses:
/// so a hash over it comes out the same in the chart. (System.Text.Json escapes otherwise, and takes a fifth of the time that publishing has to load.)
/// </summary>
internal static class JsonText
{
    /// <summary>In one line, keys in ordinal order, as <c>toJson</c> writes.</summary>
    public static string Compact(Node node)
    {
        var output = new StringBuilder();
        Write(output, node, indent: -1);
        return output.ToString();
    }

    /// <summary>Two spaces of indentation, keys in their own order, a line feed at the end.</summary>
    public static string Indented(Node node)
    {
        var output = new StringBuilder();
        Write(output, node, indent: 0);
        return output.Append('\n').ToString();
    }

    private static void Write(StringBuilder output, Node node, int indent)
    {
        switch (node)
        {
            case Map map:
                var entries = indent < 0 ? map.OrderBy(e => e.Key, StringComparer.Ordinal) : map.AsEnumerable();
                WriteAll(output, '{', '}', indent, [.. entries], (entry, inner) =>
                {
                    Quote(output, entry.Key, escapesHtml: indent < 0);
                    output.Append(indent < 0 ? ":" : ": ");
                    Write(output, entry.Value, inner);
                });
                break;
            case Sequence sequence:
                WriteAll(output, '[', ']', indent, [.. sequence], (item, inner) => Write(output, item, inner));
                break;
            case Scalar { Kind: ScalarKind.Text } text:
                Quote(output, text.Text, escapesHtml: indent < 0);
                break;
            default:
                output.Append(((Scalar)node).Text);
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder output, char open, char close, int indent, IReadOnlyList<T> items, Action<T, int> write)
    {
        var inner = indent < 0 ? indent : indent + 2;
        output.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                output.Append(',');
            if (inner >= 0)
                output.Append('\n').Append(' ', inner);
            write(items[i], inner);
        }

        if (inner >= 0 && items.Count > 0)
            output.Append('\n').Append(' ', indent);
        output.Append(close);
    }

    private static void Quote(StringBuilder output, string text, bool escapesHtml)
    {
        output.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case var known when ShortEscape.Of(known) is { } escape:
                    output.Append(escape);
                    break;
                case '\b':
                    output.Append("\\b");
                    break;
                case '\f':
                    output.Append("\\f");
                    break;
                case < ' ' or '\u2028' or '\u2029':
                case '<' or '>' or '&' when escapesHtml:
                    output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    output.Append(c);
                    break;
            }
        }

        output.Append('"');
    }
}

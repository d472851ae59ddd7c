using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Publishing.Yaml;

/// <summary>
/// Writes YAML in block style: two spaces, LF, strings in double quotes (YAML 1.2.2, section 7.3.1). A serializer with reflection would cost more
/// time than everything else that publishing does.
/// </summary>
internal static partial class YamlWriter
{
    /// <param name="documentStart">Whether <c>---</c> comes first.</param>
    public static string Write(YamlMap document, bool documentStart = false)
    {
        var text = new StringBuilder(documentStart ? "---\n" : "");
        WriteMap(text, document, indent: 0, firstKeyStandsOnLine: false);
        return text.ToString();
    }

    private static void WriteMap(StringBuilder text, YamlMap map, int indent, bool firstKeyStandsOnLine)
    {
        var onLine = firstKeyStandsOnLine;
        foreach (var (key, value) in map)
        {
            text.Append(' ', onLine ? 0 : indent).Append(Key(key)).Append(':');
            onLine = false;
            WriteValue(text, value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, YamlNode value, int indent)
    {
        switch (value)
        {
            case YamlMap { Count: > 0 } map:
                text.Append('\n');
                WriteMap(text, map, indent + 2, firstKeyStandsOnLine: false);
                break;
            case YamlList { Count: > 0 } list:
                text.Append('\n');
                WriteList(text, list, indent + 2);
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void WriteList(StringBuilder text, YamlList list, int indent)
    {
        foreach (var item in list)
        {
            text.Append(' ', indent).Append('-');
            if (item is YamlMap { Count: > 0 } map)
            {
                text.Append(' ');
                WriteMap(text, map, indent + 2, firstKeyStandsOnLine: true);
            }
            else
            {
                WriteValue(text, item, indent);
            }
        }
    }

    private static string Scalar(YamlNode node) => node switch
    {
        YamlText { Value: var value } => Quote(value),
        YamlPlain { Value: var value } => value,
        YamlMap => "{}",
        _ => "[]",
    };

    private static string Key(string key) => PlainKey().IsMatch(key) && !TakenForOtherTypes().IsMatch(key) ? key : Quote(key);

    private static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                // Not printable in YAML, or a line break or byte order mark to some readers.
                < 0x20 or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029 or 0xFEFF => text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => text.Append(rune),
            };
        }

        return text.Append('"').ToString();
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_./-]*\\z")]
    private static partial Regex PlainKey();

    [GeneratedRegex("^(true|false|null|yes|no|on|off|y|n)\\z", RegexOptions.IgnoreCase)]
    private static partial Regex TakenForOtherTypes();
}

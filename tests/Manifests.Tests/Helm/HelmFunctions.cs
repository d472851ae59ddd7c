using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests.Helm;

/// <summary>The functions that our charts use, as Go's text/template and sprig have them.</summary>
internal static class HelmFunctions
{
    public static string Text(Node? node) => node is Scalar { Kind: not ScalarKind.Null } scalar ? scalar.Text : throw new FormatException($"{node} cannot be printed");

    public static Node? Call(string name, List<Node?> operands) => (name, operands) switch
    {
        ("quote", [var value]) => new Scalar(value is null ? "" : Quote(Text(value))),
        ("int", [var value]) => new Scalar(long.Parse(Text(value), CultureInfo.InvariantCulture)),
        ("add", _) => new Scalar(operands.Sum(o => long.Parse(Text(o), CultureInfo.InvariantCulture))),
        ("default", [var other, var value]) => ValuePath.IsEmpty(value) ? other : value,
        ("eq", [var one, var two]) => Text(one) == Text(two),
        ("ne", [var one, var two]) => Text(one) != Text(two),
        ("lt", [var one, var two]) => long.Parse(Text(one), CultureInfo.InvariantCulture) < long.Parse(Text(two), CultureInfo.InvariantCulture),
        ("gt", [var one, var two]) => long.Parse(Text(one), CultureInfo.InvariantCulture) > long.Parse(Text(two), CultureInfo.InvariantCulture),
        ("printf", [var format, ..]) => new Scalar(operands.Skip(1).Aggregate(Text(format), (text, operand) => Once(text, "%d", Text(operand)))),
        ("fail", [var message]) => throw new ManifestException(Text(message)),
        ("not", [var value]) => ValuePath.IsEmpty(value),
        ("and", _) => operands.Find(ValuePath.IsEmpty) ?? operands[^1],
        ("or", _) => operands.Find(o => !ValuePath.IsEmpty(o)) ?? operands[^1],
        ("toYaml", [Scalar value]) => value,
        ("toYaml", [{ } value]) => new Scalar(YamlWriter.Write(value).TrimEnd('\n')),
        ("nindent", [var spaces, var text]) => new Scalar("\n" + Indent(Text(text), int.Parse(Text(spaces), CultureInfo.InvariantCulture))),
        ("toJson", [{ } value]) => new Scalar(JsonText.Compact(value)),
        ("sha256sum", [var text]) => new Scalar(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(text))))),
        _ => throw new FormatException($"the function '{name}' with {operands.Count} operands is not known here"),
    };

    private static string Indent(string text, int spaces) => string.Join('\n', text.Split('\n').Select(line => new string(' ', spaces) + line));

    private static string Once(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return text[..at] + to + text[(at + from.Length)..];
    }

    /// <summary>Go's %q: what cannot be printed is escaped.</summary>
    private static string Quote(string text)
    {
        var output = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            output.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\a' => "\\a",
                '\b' => "\\b",
                '\f' => "\\f",
                '\v' => "\\v",
                < ' ' or 0x7f => $"\\x{rune.Value:x2}",
                < 0x10000 and var c when IsUnprintable(rune) => $"\\u{c:x4}",
                var c when IsUnprintable(rune) => $"\\U{c:x8}",
                _ => rune.ToString(),
            });
        }

        return output.Append('"').ToString();
    }

    private static bool IsUnprintable(Rune rune) => rune.Value != ' ' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
}

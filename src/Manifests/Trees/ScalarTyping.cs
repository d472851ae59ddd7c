using System.Globalization;
using YamlDotNet.Core;
using ScalarEvent = YamlDotNet.Core.Events.Scalar;

namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>
/// What a scalar without quotes means to Kubernetes, whose YAML library takes the truth values of YAML 1.1 (<c>yes</c>, <c>on</c>) beside
/// the numbers of both versions. Source: sigs.k8s.io/yaml, the table of its resolver.
/// </summary>
internal static class ScalarTyping
{
    /// <summary>Set by the reader of raw charts on expressions without quotes.</summary>
    public const string TemplateTag = "!template";

    private static readonly HashSet<string> True = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"];
    private static readonly HashSet<string> False = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"];
    private static readonly HashSet<string> Nothing = ["", "~", "null", "Null", "NULL"];

    public static Scalar Read(ScalarEvent scalar)
    {
        var text = scalar.Value;
        if (scalar.Tag == TemplateTag)
            return new Scalar(text, ScalarKind.Template);
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str" || scalar.Tag == "!")
            return new Scalar(text);
        if (Nothing.Contains(text))
            return Scalar.Null();
        if (True.Contains(text))
            return new Scalar(true);
        if (False.Contains(text))
            return new Scalar(false);
        return Number(text) is { } number ? new Scalar(number, ScalarKind.Number) : new Scalar(text);
    }

    /// <summary>The number in JSON's form, or null.</summary>
    private static string? Number(string text)
    {
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.'))
            return null;
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var negative = digits[0] == '-';
        var unsigned = digits.TrimStart('+', '-');
        if (Radix(unsigned) is { } value)
            return (negative ? -value : value).ToString(CultureInfo.InvariantCulture);
        return unsigned.Any(char.IsAsciiDigit) && unsigned.All(c => char.IsAsciiDigit(c) || c is '.' or 'e' or 'E' or '+' or '-')
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)
                ? real.ToString("R", CultureInfo.InvariantCulture)
                : null;
    }

    private static long? Radix(string text)
    {
        if (text.Length == 0)
            return null;
        var (style, digits) = text switch
        {
            ['0', 'x', .. var hex] => (16, hex),
            ['0', 'b', .. var binary] => (2, binary),
            ['0', 'o', .. var octal] => (8, octal),
            ['0', _, ..] => (8, text[1..]),
            _ => (10, text),
        };
        if (digits.Length == 0 || !digits.All(char.IsAsciiHexDigit))
            return null;
        try
        {
            return style == 10 ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : Convert.ToInt64(digits, style);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}

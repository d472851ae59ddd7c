using System.Buffers;
using System.Text;

namespace RegressionAnalyzer.Manifests;

/// <summary>
/// The forms of names that the API server takes. Written as loops, not as regular expressions: publishing starts cold, and a regular
/// expression costs more to set up than all names to check. Source: kubernetes.io, "Object Names and IDs" and "Labels and Selectors".
/// </summary>
internal static class KubernetesName
{
    public const string LabelRule = "lower-case letters, digits and '-', beginning and ending with a letter or digit, at most 63 characters";
    public const string SubdomainRule =
        "lower-case letters, digits, '-' and '.', each part beginning and ending with a letter or digit, at most 253 characters";
    public const string LabelValueRule = "letters, digits, '-', '_' and '.', beginning and ending with a letter or digit, at most 63 characters";
    public const string KeyRule = "an optional prefix (a DNS subdomain) and '/', then " + LabelValueRule;
    public const string DataKeyRule = "letters, digits, '-', '_' and '.', at most 253 characters";
    public const string VariableRule = "letters, digits, '-', '_' and '.', not beginning with a digit, at most 253 characters";

    /// <summary>RFC 1123 label.</summary>
    public static bool IsLabel(string text) =>
        text.Length is > 0 and <= 63 && IsLowerAlphanumeric(text[0]) && IsLowerAlphanumeric(text[^1]) && text.All(c => IsLowerAlphanumeric(c) || c == '-');

    /// <summary>RFC 1035 label, which Services need: it does not begin with a digit.</summary>
    public static bool IsServiceName(string text) => IsLabel(text) && char.IsAsciiLetterLower(text[0]);

    /// <summary>RFC 1123 subdomain.</summary>
    public static bool IsSubdomain(string text) => text.Length is > 0 and <= 253 && text.Split('.').All(part =>
        part.Length > 0 && IsLowerAlphanumeric(part[0]) && IsLowerAlphanumeric(part[^1]) && part.All(c => IsLowerAlphanumeric(c) || c == '-'));

    public static bool IsLabelValue(string text) => text.Length == 0 || IsQualifiedPart(text);

    /// <summary>Key of a label or an annotation.</summary>
    public static bool IsQualifiedKey(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? IsQualifiedPart(text) : IsSubdomain(text[..slash]) && IsQualifiedPart(text[(slash + 1)..]);
    }

    /// <summary>Key in a config map or a secret.</summary>
    public static bool IsDataKey(string text) =>
        text.Length is > 0 and <= 253 && text is not ("." or "..") && !text.StartsWith("..", StringComparison.Ordinal) && text.All(IsNameCharacter);

    /// <summary>A variable that <c>envFrom</c> passes to the container in every Kubernetes release.</summary>
    public static bool IsVariable(string text) => IsDataKey(text) && !char.IsAsciiDigit(text[0]);

    /// <summary>A variable of a process ends at NUL, and YAML holds only whole characters.</summary>
    public static bool IsText(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || rune.Value == 0)
                return false;
            rest = rest[length..];
        }

        return true;
    }

    private static bool IsQualifiedPart(string text) =>
        text.Length is > 0 and <= 63 && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]) && text.All(IsNameCharacter);

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private static bool IsLowerAlphanumeric(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}

using System.Globalization;

namespace RegressionAnalyzer.Manifests;

/// <summary>
/// Kubernetes quantities: a decimal number with an optional suffix (<c>m</c>, <c>k</c>, <c>Mi</c>, <c>e3</c> …).
/// Source: k8s.io/apimachinery, package resource, the grammar in the documentation of Quantity.
/// </summary>
internal static class Quantity
{
    private static readonly Dictionary<string, decimal> Suffixes = new()
    {
        ["n"] = 0.000_000_001m,
        ["u"] = 0.000_001m,
        ["m"] = 0.001m,
        [""] = 1m,
        ["k"] = 1e3m,
        ["M"] = 1e6m,
        ["G"] = 1e9m,
        ["T"] = 1e12m,
        ["P"] = 1e15m,
        ["E"] = 1e18m,
        ["Ki"] = 1024m,
        ["Mi"] = 1024m * 1024,
        ["Gi"] = 1024m * 1024 * 1024,
        ["Ti"] = 1024m * 1024 * 1024 * 1024,
        ["Pi"] = 1024m * 1024 * 1024 * 1024 * 1024,
        ["Ei"] = 1024m * 1024 * 1024 * 1024 * 1024 * 1024,
    };

    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        var digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] is '.' or '+' or '-'))
            digits++;
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text.AsSpan(0, digits), Styles, CultureInfo.InvariantCulture, out var number) || !TryFactor(text[digits..], out var factor))
            return false;
        try
        {
            value = number * factor;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool TryFactor(string suffix, out decimal factor)
    {
        if (Suffixes.TryGetValue(suffix, out factor))
            return true;
        if (suffix.Length < 2 || suffix[0] is not ('e' or 'E') ||
            !int.TryParse(suffix.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || exponent is < -9 or > 18)
            return false;
        factor = 1;
        for (var i = 0; i < Math.Abs(exponent); i++)
            factor = exponent < 0 ? factor / 10 : factor * 10;
        return true;
    }
}

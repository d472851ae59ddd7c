using System.Globalization;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>Terms that the others explain so nearly that their coefficients mean little, though there are digits enough to compute them.</summary>
internal static class NearCollinearity
{
    /// <summary>
    /// A coefficient rests on the part of its term that the others leave, which is one over the root of this of its spread. Here that is a hundredth: of
    /// the three or four digits that measured values mostly have two are gone. Longley's data, a by-word for it, come to 1,800.
    /// </summary>
    private const double MostVif = 1e4;

    private const int Named = 4;

    /// <summary>A warning that names them; null where there are none.</summary>
    public static string? Warning(LeastSquaresFit fit, IReadOnlyList<Coefficient> coefficients)
    {
        var near = Enumerable.Range(0, coefficients.Count).Where(k => coefficients[k].Vif > MostVif).ToList();
        if (near.Count == 0)
            return null;
        var all = Wording.Listed([.. near.Take(Named).Select(k => $"'{coefficients[k].Feature}'")], near.Count);
        var most = near.Max(k => coefficients[k].Vif!.Value);
        var advice = near.Any(k => IsComputed(fit.Design.Columns[fit.System.Kept[k] - 1]))
            ? "Leave one of them out, or take the mean off a column before its powers and products."
            : "Leave one of them out.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{all} {(near.Count == 1 ? "is" : "are")} nearly explained by the other terms (VIF up to {most:0.#e0}): what each does apart from them cannot be told, "
            + $"and the coefficients have about {Math.Floor(Math.Log10(most) / 2)} digits less than the data. {advice}");
    }

    private static bool IsComputed(DesignColumn column) => column is { Plain: null, Numbers.Count: > 0 };
}

using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>What the charts show: little of what the analysis read, and enough to draw them again without it.</summary>
/// <param name="Target">The column that is explained.</param>
/// <param name="Sample">Rows beside their predictions.</param>
/// <param name="Effects">The coefficients, each for a change of its feature that is usual.</param>
/// <param name="Strongest">The line along the term with the surest effect; null where no term has one.</param>
/// <param name="Importance">Null where it was not measured.</param>
/// <param name="Correlations">Null where fewer than two numeric columns vary.</param>
/// <param name="Extremes">The numeric columns' ranges.</param>
internal sealed record ChartData(
    string Target,
    FittedSample Sample,
    IReadOnlyList<Effect> Effects,
    TermLine? Strongest,
    FeatureImportance? Importance,
    Correlations? Correlations,
    IReadOnlyList<MinMax> Extremes)
{
    private static readonly Dictionary<string, string?> NoContext = [];

    public static ChartData Of(RowSample rows, LeastSquaresFit fit, LinearRegression regression, FeatureImportance? importance, IReadOnlyList<MinMax> minmax)
    {
        var strongest = StrongestOf(regression.Coefficients);
        return new ChartData(
            regression.Target,
            FittedSample.Of(rows, fit, strongest is { } place ? fit.System.Kept[place] : null),
            [.. regression.Coefficients.Select((coefficient, k) => new Effect(coefficient, Step(fit, k)))],
            strongest is { } k ? Line(fit, regression, k) : null,
            importance,
            Correlations.Of(fit),
            [.. minmax.Select(column => column with { MinContext = NoContext, MaxContext = NoContext })]);
    }

    /// <summary>The term with the largest t. An effect without error has none and comes before all.</summary>
    private static int? StrongestOf(IReadOnlyList<Coefficient> coefficients)
    {
        double Sureness(Coefficient coefficient) => Math.Abs(coefficient.TStatistic ?? double.MaxValue);
        var effective = Enumerable.Range(0, coefficients.Count).Where(k => coefficients[k].Value != 0).ToList();
        return effective.Count == 0 ? null : effective.MaxBy(k => Sureness(coefficients[k]));
    }

    private static double Step(LeastSquaresFit fit, int k) => IsCategory(fit, k) ? 1 : Deviation(fit, fit.System.Kept[k]);

    private static bool IsCategory(LeastSquaresFit fit, int k) => fit.Design.Columns[fit.System.Kept[k] - 1].Numbers.Count == 0;

    private static double Deviation(LeastSquaresFit fit, int column)
    {
        var moments = fit.System.Moments;
        return Math.Sqrt(Math.Max(0, (double)(moments.AboutMeans(column, column) / moments.Total)));
    }

    private static TermLine Line(LeastSquaresFit fit, LinearRegression regression, int k)
    {
        var moments = fit.System.Moments;
        var coefficient = regression.Coefficients[k];
        // the interval's half width is the quantile times the standard error; the mean's standard error is s/√n. Without an intercept the line
        // passes through the origin, and so does its band.
        var quantile = coefficient is { CiHigh: { } high, StdError: > 0 and var error } ? (high - coefficient.Value) / error : (double?)null;
        var (termMean, targetMean) = fit.System.Intercept
            ? ((double)moments.Mean(fit.System.Kept[k]), (double)moments.Mean(fit.Design.TargetAt))
            : (0, 0);
        var level = fit.System.Intercept ? quantile * regression.Rmse / Math.Sqrt((double)moments.Total) : quantile * 0;
        return new TermLine(coefficient, termMean, targetMean, level, IsCategory(fit, k));
    }
}

using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>The charts of an analysis in the order to show them. What has nothing to show is left out.</summary>
internal static class ChartSet
{
    public static IReadOnlyList<Chart> Of(
        RowSample rows, LeastSquaresFit fit, LinearRegression regression, FeatureImportance? importance, IReadOnlyList<MinMax> minmax)
    {
        var strongest = Strongest(regression.Coefficients);
        var sample = FittedSample.Of(rows, fit, strongest is { } place ? fit.System.Kept[place] : null);
        var charts = new List<Chart>();
        if (sample.Points.Count > 0)
            charts.Add(new ActualVsPredicted(regression.Target, sample));
        if (importance is not null)
            charts.Add(new ImportanceBars(importance));
        if (regression.Coefficients.Count > 0)
            charts.Add(new CoefficientIntervals(regression.Target, [.. regression.Coefficients.Select((coefficient, k) => new Effect(coefficient, Step(fit, k)))]));
        if (strongest is { } k && sample.Points.Count > 0)
            charts.Add(new StrongestFeature(regression.Target, Line(fit, regression, k), sample, regression.Coefficients.Count == 1));
        if (sample.Points.Count > 0)
        {
            charts.Add(new ResidualsVsFitted(regression.Target, sample));
            if (sample.Points.Count > 2 && sample.Points.Any(point => point.Residual != 0))
                charts.Add(new NormalQuantiles(regression.Target, sample));
        }

        if (Correlations.Of(fit) is { } correlations)
            charts.Add(new CorrelationTriangle(correlations));
        if (minmax.Count > 0)
            charts.Add(new MinMaxRanges(minmax));
        return charts;
    }

    /// <summary>The term with the largest t. An effect without error has none and comes before all.</summary>
    private static int? Strongest(IReadOnlyList<Coefficient> coefficients)
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

using System.Globalization;
using MathNet.Numerics;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>Puts the sums over the residuals into tests and sentences.</summary>
internal static class DiagnosticsReport
{
    private const double Significance = 0.05;

    /// <summary>A correlation of neighbours that makes standard errors wrong by a tenth at most, where it fades from row to row as its powers do.</summary>
    private const double Slight = 0.1;

    private const int MostNamed = 3;

    public static Diagnostics Of(LeastSquaresFit fit, ResidualSums sums) => new()
    {
        JarqueBera = Normality(sums),
        BreuschPagan = fit.System.Kept.Count == 0 || !fit.System.Intercept ? null : Spread(fit, sums),
        DurbinWatson = Neighbours(sums),
        Leverage = new Influence(sums.MaxLeverage, sums.LeverageThreshold, sums.HighLeverages, UnusualFeatures(sums)),
        CooksDistance = new Influence(sums.MaxDistance, sums.DistanceThreshold, sums.LargeDistances, MovedBy(fit, sums)),
        OutstandingRows = sums.OutstandingRows,
    };

    private static JarqueBera Normality(ResidualSums sums)
    {
        double n = sums.Rows;
        var mean = sums.Sum / n;
        var variance = sums.Squares / n - mean * mean;
        var third = sums.Cubes / n - 3 * mean * sums.Squares / n + 2 * mean * mean * mean;
        var fourth = sums.Fourths / n - 4 * mean * sums.Cubes / n + 6 * mean * mean * sums.Squares / n - 3 * Math.Pow(mean, 4);
        var skewness = third / Math.Pow(variance, 1.5);
        var kurtosis = fourth / (variance * variance);
        var statistic = n / 6 * (skewness * skewness + (kurtosis - 3) * (kurtosis - 3) / 4);
        var p = Math.Exp(-statistic / 2);
        if (!double.IsFinite(statistic))
            return new JarqueBera(null, null, null, null, "The residuals are too small or too large to tell.");
        var meaning = p >= Significance
            ? "The residuals look normally distributed, as p-values and intervals assume."
            : "The residuals are not normally distributed" + (n >= 200
                ? "; with this many rows p-values and intervals hold all the same."
                : ": with few rows take p-values and intervals with care.");
        return new JarqueBera(statistic, p, skewness, kurtosis, meaning);
    }

    /// <summary>n times the R² of the squared residuals on the features.</summary>
    private static BreuschPagan Spread(LeastSquaresFit fit, ResidualSums sums)
    {
        var explained = 0.0;
        for (var i = 0; i < sums.SquaresTimesFeature.Count; i++)
        {
            for (var j = 0; j < sums.SquaresTimesFeature.Count; j++)
                explained += sums.SquaresTimesFeature[i] * (double)fit.System.Inverse[i, j] * sums.SquaresTimesFeature[j];
        }

        double n = sums.Rows;
        var statistic = n * explained / (sums.Fourths - sums.Squares * sums.Squares / n);
        if (fit.Design.Model.Weights is { } weights)
        {
            return new BreuschPagan(
                null, null, $"Not tested: the weights in '{weights.Name}' say how the residuals' spread differs. To have it tested leave them out.");
        }

        if (!double.IsFinite(statistic) || statistic < 0)
            return new BreuschPagan(null, null, "The residuals are all of one size: there is nothing to test.");
        var p = SpecialFunctions.GammaUpperRegularized(0.5 * sums.SquaresTimesFeature.Count, 0.5 * statistic);
        return new BreuschPagan(statistic, p, p >= Significance
            ? "The residuals' spread looks the same for all feature values, as standard errors assume."
            : "The residuals' spread depends on the features: standard errors may be too small or too large; ask for robust ones (HC3).");
    }

    /// <summary>
    /// Of independent residuals the statistic is about normal with mean 2 and variance 4 / n. Source: von Neumann, "Distribution of the ratio of the mean
    /// square successive difference to the variance", Annals of Mathematical Statistics 12 (1941).
    /// </summary>
    private static DurbinWatson Neighbours(ResidualSums sums)
    {
        var statistic = sums.Differences / sums.Squares;
        if (!double.IsFinite(statistic))
            return new DurbinWatson(null, null, "The residuals are too small or too large to tell.");
        var p = SpecialFunctions.Erfc(Math.Abs(statistic - 2) / 2 * Math.Sqrt(sums.Rows) / Math.Sqrt(2));
        var correlation = 1 - statistic / 2;
        var meaning = correlation switch
        {
            _ when p >= Significance => "Residuals of rows next to one another do not go together more than by chance",
            > 0 and < Slight => "Rows next to one another have residuals slightly alike, too little to change p-values much",
            < 0 and > -Slight => "Rows next to one another have residuals slightly opposed, too little to change p-values much",
            > 0 => "Rows next to one another have residuals alike: if the rows are in order of time, p-values look better than they are",
            _ => "Rows next to one another have residuals of opposite signs more often than not",
        };
        // 0 takes the sign from what rounds to it
        return new DurbinWatson(statistic, p, string.Create(
            CultureInfo.InvariantCulture, $"{meaning} (correlation {Math.Round(correlation, 2) + 0.0:0.00}; Durbin-Watson {statistic:0.00}, 2 is none)."));
    }

    private static string UnusualFeatures(ResidualSums sums)
    {
        var rows = sums.FarthestRows;
        var unusual = sums.HighLeverages switch
        {
            0 when sums.Determined > 0 => "",
            0 when sums.LeverageThreshold == 1 => "With three rows or fewer to a coefficient no row's feature values can be told to be unusual.",
            0 => "No row has feature values far from the others'.",
            1 => $"1 row has unusual feature values: {Named(rows, 1)}; see whether it is right.",
            var many => string.Create(
                CultureInfo.InvariantCulture, $"{many:N0} rows have unusual feature values: {Named(rows, many)}; see whether they are right."),
        };
        var determined = sums.Determined switch
        {
            0 => "",
            1 => $"The fit goes through {Named(rows, 1)} whatever its target is: its residual tells nothing.",
            var many => $"The fit goes through {Named(rows, many)} whatever their targets are: their residuals tell nothing.",
        };
        return $"{unusual} {determined}".Trim();
    }

    /// <summary>
    /// A distance above the median of the F distribution moves the coefficients to the edge of their 50 % region: Cook's own measure, where 4 / n picks
    /// about 5 % of the rows of any table.
    /// </summary>
    private static string MovedBy(LeastSquaresFit fit, ResidualSums sums)
    {
        var moving = sums.OutstandingRows
            .Where(row => FisherTail.Upper(row.CooksDistance, fit.Coefficients, fit.DegreesOfFreedom) < 0.5)
            .Select(row => row.Row)
            .ToList();
        return moving.Count switch
        {
            0 when sums.LargeDistances == 0 => "No single row moves the fit much.",
            0 => string.Create(
                CultureInfo.InvariantCulture,
                $"No single row moves the fit much. {sums.LargeDistances:N0} of {sums.Rows:N0} rows ({100.0 * sums.LargeDistances / sums.Rows:0.0} %) "
                + $"{(sums.LargeDistances == 1 ? "is" : "are")} above 4 / n; where nothing is wrong about 5 % are."),
            1 => $"By itself {Named(moving, 1)} moves the fit much; see whether it is right.",
            var many => $"Each by itself, {Named(moving, many)} move the fit much; see whether they are right.",
        };
    }

    /// <summary>The first of some rows, as <see cref="OutstandingRow.Row"/> numbers them.</summary>
    private static string Named(IReadOnlyList<long> rows, long count) =>
        $"{(count == 1 ? "row" : "rows")} {Wording.Listed([.. rows.Take(MostNamed).Select(row => row.ToString(CultureInfo.InvariantCulture))], count)} (counted from 0)";
}

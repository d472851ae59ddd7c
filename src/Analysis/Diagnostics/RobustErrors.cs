using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>
/// Variances of the coefficients that hold whatever the variances of the residuals: B M B with B the inverse of the sums of products and M the same
/// sums with squared residuals in them.
/// </summary>
internal static class RobustErrors
{
    /// <summary>A sum that is smaller than this share of its terms is their rounding.</summary>
    private const double Rounding = 1e-13;

    /// <returns>
    /// The variance of the intercept, 0 where there is none, and of each kept column's coefficient. It is 0 for a coefficient that rows determine
    /// which the fit meets exactly, such as the only row of a category.
    /// </returns>
    public static double[] Variances(LeastSquaresFit fit, double[,] meat, StandardErrors errors)
    {
        var system = fit.System;
        var scale = errors == StandardErrors.HC1 ? (double)fit.Rows / fit.DegreesOfFreedom : 1;
        var variances = new double[system.Kept.Count + 1];
        for (var k = 1; k < variances.Length; k++)
            variances[k] = scale * Quadratic(meat, Bread(system, k - 1));
        if (system.Intercept)
            variances[0] = scale * Quadratic(meat, InterceptBread(system));
        return variances;
    }

    /// <summary>A row of the inverse; about the means the intercept's place is apart from the others'.</summary>
    private static double[] Bread(NormalEquations system, int kept) => [0, .. system.Kept.Select((_, k) => (double)system.Inverse[kept, k])];

    /// <summary>The intercept is the mean less the slopes times the features' means.</summary>
    private static double[] InterceptBread(NormalEquations system)
    {
        var bread = new double[system.Kept.Count + 1];
        bread[0] = 1 / system.Moments.Total.High;
        for (var k = 1; k < bread.Length; k++)
        {
            DoubleDouble sum = 0;
            for (var j = 0; j < system.Kept.Count; j++)
                sum -= system.Moments.Mean(system.Kept[j]) * system.Inverse[j, k - 1];
            bread[k] = (double)sum;
        }

        return bread;
    }

    /// <summary>bᵀ M b, of which only the lower triangle of M is given.</summary>
    private static double Quadratic(double[,] meat, double[] bread)
    {
        double sum = 0, size = 0;
        for (var i = 0; i < bread.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var term = (i == j ? 1 : 2) * bread[i] * meat[i, j] * bread[j];
                sum += term;
                size += Math.Abs(term);
            }
        }

        return sum <= Rounding * size ? 0 : sum;
    }
}

using MathNet.Numerics.Distributions;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>The t that a share of a Student t distribution lies above.</summary>
internal static class StudentQuantile
{
    /// <param name="share">The share above, less than one half.</param>
    /// <param name="freedom">The degrees of freedom.</param>
    public static double Upper(double share, double freedom)
    {
        var t = StudentT.InvCDF(0, 1, freedom, 1 - share);
        // the library stops a few digits early; two Newton steps bring the rest
        for (var step = 0; step < 2; step++)
            t += (0.5 * StudentTail.TwoSided(t, freedom) - share) / StudentT.PDF(0, 1, freedom, t);
        return t;
    }
}

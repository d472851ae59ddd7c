using MathNet.Numerics;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>The share of a Student t distribution beyond ±t, exact far out too, where 1 − CDF would be 0.</summary>
internal static class StudentTail
{
    public static double TwoSided(double t, double freedom) => SpecialFunctions.BetaRegularized(0.5 * freedom, 0.5, freedom / (freedom + t * t));
}

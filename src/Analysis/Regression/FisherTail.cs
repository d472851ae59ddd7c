using MathNet.Numerics;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>The share of an F distribution above f, exact far out too.</summary>
internal static class FisherTail
{
    public static double Upper(double f, double numerator, double denominator) =>
        SpecialFunctions.BetaRegularized(0.5 * denominator, 0.5 * numerator, denominator / (denominator + numerator * f));
}

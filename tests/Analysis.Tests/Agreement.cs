using System.Globalization;

namespace RegressionAnalyzer.Analysis.Tests;

/// <summary>Agreement with a reference in significant digits, as NIST counts them.</summary>
internal static class Agreement
{
    /// <summary>−log10 of the relative error, or of the absolute one where the reference is 0; at most 15, which is all a double shows.</summary>
    public static double Digits(double reference, double? actual)
    {
        Assert.NotNull(actual);
        var error = Math.Abs(actual.Value - reference) / (reference == 0 ? 1 : Math.Abs(reference));
        return Math.Clamp(-Math.Log10(error), 0, 15);
    }

    public static void Holds(double reference, double? actual, double digits = 10)
    {
        var found = Digits(reference, actual);
        Assert.True(found >= digits, string.Create(CultureInfo.InvariantCulture, $"Expected {reference:R} to {digits} digits, found {actual:R}: {found:0.0}."));
    }
}

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>The values that a quarter, half and three quarters of a column lie below.</summary>
internal readonly record struct Quartiles(double Q1, double Median, double Q3)
{
    /// <summary>Interpolated between neighbours as R's <c>quantile</c> type 7 does.</summary>
    public static Quartiles? Of(ReadOnlySpan<double> values)
    {
        var present = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            present[count] = value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        if (count == 0)
            return null;
        Array.Sort(present, 0, count);
        return new(At(present, count, 0.25), At(present, count, 0.5), At(present, count, 0.75));
    }

    private static double At(double[] sorted, int count, double share)
    {
        var place = share * (count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}

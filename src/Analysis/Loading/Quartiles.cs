namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>The values that a quarter, half and three quarters of a column lie below.</summary>
internal readonly record struct Quartiles(double Q1, double Median, double Q3)
{
    /// <summary>Interpolated between neighbours as R's <c>quantile</c> type 7 does. NaN stands for a missing value.</summary>
    public static Quartiles? Of(ReadOnlySpan<double> values)
    {
        var present = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            present[count] = value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        var whole = present.AsSpan(0, count);
        // what comes before a place that is settled is smaller and need not be looked at again
        var settled = 0;
        return count == 0 ? null : new(At(whole, 0.25, ref settled), At(whole, 0.5, ref settled), At(whole, 0.75, ref settled));
    }

    private static double At(Span<double> values, double share, ref int settled)
    {
        var place = share * (values.Length - 1);
        var below = (int)place;
        Select(values[settled..], below - settled);
        settled = below;
        if (below + 1 == values.Length)
            return values[below];
        var above = values[below + 1];
        foreach (var value in values[(below + 2)..])
            above = Math.Min(above, value);
        // halves of each: the difference of two huge values of opposite signs would overflow
        var part = place - below;
        return (1 - part) * values[below] + part * above;
    }

    /// <summary>
    /// Puts the value that belongs there when sorted at a place, smaller ones before it and larger ones after. The middle of three guards
    /// against sorted input. Source: Hoare, "Algorithm 65: Find", CACM 4 (1961).
    /// </summary>
    private static void Select(Span<double> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var (first, middle, last) = (values[low], values[low + (high - low) / 2], values[high]);
            var pivot = Math.Max(Math.Min(first, middle), Math.Min(Math.Max(first, middle), last));
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot)
                    left++;
                while (values[right] > pivot)
                    right--;
                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (place <= right)
                high = right;
            else if (place >= left)
                low = left;
            else
                return;
        }
    }
}

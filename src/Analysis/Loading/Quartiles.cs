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
    /// Puts the value that belongs there when sorted at a place, smaller ones before it and larger ones after. The pivot is the middle of three from
    /// scrambled places, so that no order of the values, such as up and down again, makes it take long. Source: Hoare, "Algorithm 65: Find", CACM 4 (1961).
    /// </summary>
    private static void Select(Span<double> values, int place)
    {
        var drawn = 0UL;
        while (values.Length > 1)
        {
            var (first, second, third) = (Drawn(values, ref drawn), Drawn(values, ref drawn), Drawn(values, ref drawn));
            var pivot = Math.Max(Math.Min(first, second), Math.Min(Math.Max(first, second), third));
            var smaller = Below(values, pivot);
            if (place < smaller)
            {
                values = values[..smaller];
                continue;
            }

            // where the pivot is the smallest, all that equal it are settled
            var settled = smaller > 0 ? smaller : Below(values, double.BitIncrement(pivot));
            if (place < settled)
                return;
            values = values[settled..];
            place -= settled;
        }
    }

    private static double Drawn(Span<double> values, ref ulong number) => values[(int)(Scramble.Of(number++) % (ulong)values.Length)];

    /// <summary>
    /// Puts those below a pivot before the others, and says how many they are. Values change places whether they have to or not: a branch that goes
    /// either way costs more. Source: Lomuto's division in Bentley, "Programming Pearls" (1986).
    /// </summary>
    private static int Below(Span<double> values, double pivot)
    {
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            values[i] = values[count];
            values[count] = value;
            count += value < pivot ? 1 : 0;
        }

        return count;
    }
}

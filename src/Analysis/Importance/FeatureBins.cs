namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>
/// Values put into at most 256 bins of about as many training rows each: a tree then compares bytes and finds a split from sums per bin.
/// </summary>
internal sealed class FeatureBins
{
    public const int Most = 256;

    private readonly double[] _upper;

    /// <param name="training">The values to lay the bounds by.</param>
    public FeatureBins(double[] training)
    {
        var sorted = training.AsSpan().ToArray();
        Array.Sort(sorted);
        var bounds = new List<double>(Most - 1);
        var distinct = CountDistinct(sorted);
        var from = 0;
        for (var left = Most; from < sorted.Length && bounds.Count < Most - 1; left--)
        {
            // the rows still to be placed are shared among the bins still free, so that a value met often does not leave bins empty
            var to = distinct <= Most ? from : Math.Min(sorted.Length - 1, from + (sorted.Length - from) / left);
            while (to + 1 < sorted.Length && sorted[to + 1] == sorted[to])
                to++;
            if (to + 1 == sorted.Length)
                break;
            bounds.Add(Between(sorted[to], sorted[to + 1]));
            from = to + 1;
        }

        _upper = [.. bounds];
    }

    public byte Of(double value)
    {
        var at = Array.BinarySearch(_upper, value);
        return (byte)(at < 0 ? ~at : at);
    }

    /// <summary>A bound that the lower value does not pass and the upper one does.</summary>
    private static double Between(double low, double high)
    {
        var middle = low / 2 + high / 2;
        return middle >= low && middle < high ? middle : low;
    }

    private static int CountDistinct(double[] sorted)
    {
        var count = 0;
        for (var at = 0; at < sorted.Length && count <= Most; at++)
            count += at == 0 || sorted[at] != sorted[at - 1] ? 1 : 0;
        return count;
    }
}

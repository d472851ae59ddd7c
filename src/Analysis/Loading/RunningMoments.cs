namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Mean and variance of a stream of values. Sums run about the first value, so that a large level does not swallow a small spread.
/// Blocks are joined by Chan, Golub and LeVeque, "Algorithms for computing the sample variance", The American Statistician 37 (1983).
/// </summary>
internal sealed class RunningMoments
{
    private long _count;
    private double _squares;

    public double Mean { get; private set; }

    public double? StandardDeviation => _count < 2 ? null : Math.Sqrt(_squares / (_count - 1));

    /// <summary>Takes in values; NaN stands for a missing one.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        var count = 0L;
        double origin = 0, sum = 0, squares = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            if (count++ == 0)
                origin = value;
            var shifted = value - origin;
            sum += shifted;
            squares += shifted * shifted;
        }

        if (count == 0)
            return;
        var mean = origin + sum / count;
        var delta = mean - Mean;
        var total = _count + count;
        _squares += squares - sum * sum / count + delta * delta * ((double)_count * count / total);
        Mean += delta * count / total;
        _count = total;
    }
}

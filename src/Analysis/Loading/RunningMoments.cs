namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Mean and variance of a column, joined block by block. Source: Chan, Golub and LeVeque, "Algorithms for computing the sample variance",
/// The American Statistician 37 (1983).
/// </summary>
internal sealed class RunningMoments
{
    private double _squares;
    private double _mean;

    public long Count { get; private set; }

    /// <summary>Null where the sum of the values is beyond all numbers.</summary>
    public double? Mean => double.IsFinite(_mean) ? _mean : null;

    /// <summary>Null with fewer than two values, or where their squares are beyond all numbers.</summary>
    public double? StandardDeviation => Count < 2 || !double.IsFinite(_squares) ? null : Math.Sqrt(_squares / (Count - 1));

    /// <summary>Whether the values are too large to be added up or squared.</summary>
    public bool Overflowed => !double.IsFinite(_mean) || !double.IsFinite(_squares);

    public void Add(ColumnFacts facts)
    {
        if (facts.Count == 0)
            return;
        var mean = facts.Origin + facts.Sum / facts.Count;
        var delta = mean - _mean;
        var total = Count + facts.Count;
        _squares += Math.Max(0, facts.Squares - facts.Sum * facts.Sum / facts.Count) + delta * delta * ((double)Count * facts.Count / total);
        _mean += delta * facts.Count / total;
        Count = total;
    }
}

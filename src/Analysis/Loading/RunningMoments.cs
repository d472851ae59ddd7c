namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Mean and variance of a column, joined block by block. Source: Chan, Golub and LeVeque, "Algorithms for computing the sample variance",
/// The American Statistician 37 (1983).
/// </summary>
internal sealed class RunningMoments
{
    private double _squares;

    public long Count { get; private set; }

    public double Mean { get; private set; }

    public double? StandardDeviation => Count < 2 ? null : Math.Sqrt(_squares / (Count - 1));

    public void Add(ColumnFacts facts)
    {
        if (facts.Count == 0)
            return;
        var mean = facts.Origin + facts.Sum / facts.Count;
        var delta = mean - Mean;
        var total = Count + facts.Count;
        _squares += Math.Max(0, facts.Squares - facts.Sum * facts.Sum / facts.Count) + delta * delta * ((double)Count * facts.Count / total);
        Mean += delta * facts.Count / total;
        Count = total;
    }
}

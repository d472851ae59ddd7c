namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>Rows as a forest sees them.</summary>
/// <param name="Columns">For each feature the bin of each row.</param>
/// <param name="Target">The target of each row.</param>
internal sealed record BinnedRows(byte[][] Columns, double[] Target)
{
    public int Count => Target.Length;

    public int Features => Columns.Length;
}

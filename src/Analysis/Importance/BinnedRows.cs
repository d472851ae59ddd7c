namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>Rows as a forest sees them.</summary>
/// <param name="Columns">For each feature the bin of each row.</param>
/// <param name="Target">The target of each row.</param>
internal sealed record BinnedRows(byte[][] Columns, double[] Target)
{
    public int Count => Target.Length;

    public int Features => Columns.Length;

    /// <summary>The bins row by row.</summary>
    public byte[] ByRow()
    {
        var bins = new byte[Count * Features];
        for (var feature = 0; feature < Features; feature++)
        {
            var column = Columns[feature];
            for (var row = 0; row < column.Length; row++)
                bins[row * Features + feature] = column[row];
        }

        return bins;
    }
}

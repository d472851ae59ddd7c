namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Consecutive rows of a table, column by column.</summary>
internal sealed class RowBlock
{
    public required int Rows { get; init; }

    /// <summary>The values of each numeric column, NaN where missing; null for a column of labels.</summary>
    public required double[]?[] Numbers { get; init; }

    /// <summary>The label of each row of each column of labels, as its place in the column's levels; negative where missing. Null for numeric columns.</summary>
    public required int[]?[] Codes { get; init; }

    /// <summary>The row of the table, counted from 0, that is the first here.</summary>
    public long FirstRow { get; set; }

    public long Bytes => Numbers.Sum(column => sizeof(double) * (long)(column?.Length ?? 0)) + Codes.Sum(column => sizeof(int) * (long)(column?.Length ?? 0));
}

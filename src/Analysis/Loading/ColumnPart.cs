namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What one piece of the file tells of one column.</summary>
internal sealed class ColumnPart
{
    public required int Missing { get; init; }

    public required int Infinite { get; init; }

    /// <summary>The first value that does not fit how the column is read, where it may be the table's.</summary>
    public Misfit? Misfit { get; init; }

    /// <summary>What its dates tell, where that may be more than was known.</summary>
    public DateEvidence Dates { get; init; }

    /// <summary>The labels of a column that is not numeric.</summary>
    public LabelTable? Labels { get; init; }

    public ColumnFacts Facts { get; init; }

    /// <summary>The smallest value, where it may be the table's.</summary>
    public Extreme? Min { get; init; }

    public Extreme? Max { get; init; }
}

/// <summary>A value that may be a column's smallest or largest.</summary>
/// <param name="Value">The value.</param>
/// <param name="Row">Its row, in the piece and later in the table.</param>
/// <param name="Context">The first fields of the row.</param>
internal sealed record Extreme(double Value, long Row, string[] Context);

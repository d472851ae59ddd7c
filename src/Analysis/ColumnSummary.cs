namespace RegressionAnalyzer.Analysis;

/// <summary>What a column holds, inferred over every row.</summary>
public sealed record ColumnSummary
{
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>Rows with a value.</summary>
    public required long Count { get; init; }

    public required long Missing { get; init; }

    /// <summary>Up to five values as they stand in the file.</summary>
    public required IReadOnlyList<string> SampleValues { get; init; }
}

/// <summary>The type of a column.</summary>
public enum ColumnType
{
    Numeric,
    Categorical,
    Date,
    Text,
    Empty,
}

/// <summary>A table as seen in one reading: what a person needs to choose a target.</summary>
public sealed record TableSummary(long Rows, IReadOnlyList<ColumnSummary> Columns, IReadOnlyList<string> Warnings);

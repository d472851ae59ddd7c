namespace RegressionAnalyzer.Analysis;

/// <summary>What a column holds, inferred over every row.</summary>
public sealed record ColumnSummary
{
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>Rows with a value.</summary>
    public required long Count { get; init; }

    public required long Missing { get; init; }

    /// <summary>Different values. Exact for labels, in tables of up to 50,000 rows and for up to 2,048 numbers (256 in the widest tables); more in larger tables are estimated to about 3 %.</summary>
    public long? Unique { get; init; }

    /// <summary>Of a numeric column; null for others, as are the numbers below.</summary>
    public double? Mean { get; init; }

    /// <summary>The sample standard deviation (n − 1).</summary>
    public double? Std { get; init; }

    public double? Min { get; init; }

    /// <summary>The quartiles, interpolated as R's and NumPy's default (type 7). In tables of more than 50,000 rows those of an even draw of rows.</summary>
    public double? Q1 { get; init; }

    public double? Median { get; init; }

    public double? Q3 { get; init; }

    public double? Max { get; init; }

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
public sealed record TableSummary(long Rows, IReadOnlyList<ColumnSummary> Columns, IReadOnlyList<string> Warnings)
{
    /// <summary>Whether the file has its columns where rows are wont to be, and was turned.</summary>
    public bool Transposed { get; init; }

    /// <summary>Why it was turned, or not.</summary>
    public string TransposeDecision { get; init; } = "";
}

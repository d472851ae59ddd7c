namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A column of a table that has been read to its end.</summary>
/// <param name="Name">Its name, unique in the table.</param>
/// <param name="Index">Its place in the table, counted from 0.</param>
/// <param name="Type">What all its values are.</param>
/// <param name="Count">Rows with a value.</param>
/// <param name="Missing">Rows without.</param>
/// <param name="Levels">The distinct labels of a categorical column in the order they first appear, which is how blocks number them; empty for others.</param>
/// <param name="Distinct">Different values; for more numbers than <see cref="DistinctCounter"/> keeps, in a table larger than the sample, an estimate to about 3 %.</param>
/// <param name="Extremes">Smallest and largest value with their rows; null where the column is not numeric or has no value.</param>
/// <param name="Quartiles">Of a numeric column; in a table larger than the sample those of the sample.</param>
/// <param name="SampleValues">The first few distinct values as they stand in the file.</param>
internal sealed record TableColumn(
    string Name,
    int Index,
    ColumnType Type,
    long Count,
    long Missing,
    IReadOnlyList<string> Levels,
    long Distinct,
    MinMax? Extremes,
    Quartiles? Quartiles,
    IReadOnlyList<string> SampleValues)
{
    /// <summary>In a sentence, the value that keeps it from being read as the numbers, or the dates, that most of it holds; null for none.</summary>
    public string? Stray { get; init; }
}

namespace RegressionAnalyzer.Analysis;

/// <summary>A table or a request that cannot be analysed. The message says what is wrong, where, and what is allowed, in words for the analyst.</summary>
public abstract class AnalysisException(string message) : Exception(message);

/// <summary>The file is not a table this library reads, or one of its rows does not fit.</summary>
/// <param name="message">What is wrong and what is allowed.</param>
/// <param name="line">The line in the file, counted from 1, where one is known.</param>
/// <param name="column">The column's name, where one is known.</param>
public sealed class TableFormatException(string message, long? line = null, string? column = null) : AnalysisException(message)
{
    public long? Line { get; } = line;

    public string? Column { get; } = column;
}

/// <summary>The request names a column that the table does not have.</summary>
public sealed class UnknownColumnException(string column, IReadOnlyList<string> columns)
    : AnalysisException($"There is no column '{column}'. The table has: {string.Join(", ", columns)}.")
{
    public string Column { get; } = column;

    public IReadOnlyList<string> Columns { get; } = columns;
}

/// <summary>The request asks of a column what it cannot give, such as a regression on a target of text.</summary>
public sealed class UnsuitableColumnException(string message, string column) : AnalysisException(message)
{
    public string Column { get; } = column;
}

/// <summary>There are fewer complete rows than coefficients to estimate.</summary>
public sealed class TooFewRowsException(string message, long completeRows, int coefficients) : AnalysisException(message)
{
    public long CompleteRows { get; } = completeRows;

    public int Coefficients { get; } = coefficients;
}

/// <summary>The request asks for what is not offered, whatever the table.</summary>
public sealed class UnsuitableRequestException(string message) : AnalysisException(message);

/// <summary>The formula cannot be read.</summary>
/// <param name="message">What is wrong, where, and what should be there.</param>
/// <param name="position">The character at which it goes wrong, counted from 1, where there is one.</param>
public sealed class FormulaException(string message, int? position = null) : AnalysisException(message)
{
    public int? Position { get; } = position;
}

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Rows of a table, column by column. Arrays may be longer than the rows.</summary>
internal sealed class RowBlock
{
    public required int Rows { get; init; }

    /// <summary>The values of each numeric column, NaN where missing; null for a column of labels.</summary>
    public required double[]?[] Numbers { get; init; }

    /// <summary>The label of each row of each column of labels, as its place in the column's levels; negative where missing. Null for numeric columns.</summary>
    public required int[]?[] Codes { get; init; }

    /// <summary>How many values of each column are missing here; null where that is not known.</summary>
    public int[]? Missing { get; init; }

    /// <summary>The row of the table, counted from 0, that is the first here.</summary>
    public long FirstRow { get; set; }

    public long Bytes => Numbers.Sum(column => sizeof(double) * (long)(column?.Length ?? 0)) + Codes.Sum(column => sizeof(int) * (long)(column?.Length ?? 0));

    /// <summary>The same rows in arrays of their own.</summary>
    public RowBlock Copy() => Pick(null, Rows);

    /// <summary>Some of the rows, in arrays of their own.</summary>
    /// <param name="rows">Their places; null for the first ones.</param>
    public RowBlock Pick(int[]? rows, int count) => new()
    {
        Rows = count,
        FirstRow = FirstRow,
        Numbers = [.. Numbers.Select(column => Pick(column, rows, count))],
        Codes = [.. Codes.Select(column => Pick(column, rows, count))],
    };

    private static T[]? Pick<T>(T[]? column, int[]? rows, int count)
    {
        if (column is null)
            return null;
        // pinned memory is not moved: a table that stays would be copied twice on its way through the collector's generations
        var picked = GC.AllocateUninitializedArray<T>(count, pinned: rows is null);
        if (rows is null)
            column.AsSpan(0, count).CopyTo(picked);
        for (var i = 0; rows is not null && i < count; i++)
            picked[i] = column[rows[i]];
        return picked;
    }
}

using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Tables that lie on their side: each row is a variable, its name in the first column.</summary>
internal static class Transposition
{
    private const int MaxCells = 4_000_000;

    /// <summary>Whether to turn a table, and why, in a sentence.</summary>
    public static (bool Turn, string Reason) Decide(Table table, TableOptions options)
    {
        if (options.Transpose is { } asked)
            return (asked, asked ? "Turned, as asked." : "Not turned, as asked.");
        var first = table.Columns[0];
        var others = table.Columns.Count - 1;
        var areNames = first.Type == ColumnType.Categorical && first.Missing == 0 && first.Levels.Count == table.Rows && table.Rows >= 2;
        if (!areNames)
            return (false, "Not turned: the first column does not hold a different name in each row.");
        var headers = table.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var names = first.Levels.ToHashSet(StringComparer.Ordinal);
        if (options.Named.Count > 0 && options.Named.All(names.Contains) && !options.Named.All(headers.Contains))
            return (true, "Turned: the columns asked for stand in the first column, not in the first line.");
        if (options.Named.Count > 0 && options.Named.All(headers.Contains))
            return (false, "Not turned: the columns asked for stand in the first line.");
        return others > 2 * table.Rows
            ? (true, $"Turned: the first column holds {table.Rows} different names, and there are {others} further columns, more than twice as many.")
            : (false, $"Not turned: there are {table.Rows} rows for {others + 1} columns.");
    }

    /// <summary>The table with rows and columns changed, as comma-separated text.</summary>
    /// <exception cref="TableFormatException">It is too large to be turned in memory.</exception>
    public static byte[] Turn(IReadOnlyList<IReadOnlyList<string>> records)
    {
        var text = new StringBuilder();
        for (var column = 0; column < records[0].Count; column++)
        {
            for (var row = 0; row < records.Count; row++)
            {
                if (row > 0)
                    text.Append(',');
                text.Append('"').Append(records[row][column].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>All records as they stand in the file, the first line among them.</summary>
    public static List<IReadOnlyList<string>> Records(TableFile file, TableStart start, long rows)
    {
        if ((rows + 1) * start.Names.Count > MaxCells || rows >= TableStart.MaxColumns)
        {
            throw new TableFormatException(
                $"A table of {rows} rows and {start.Names.Count} columns is too large to be turned; that goes up to {MaxCells} values and {TableStart.MaxColumns - 1} rows.");
        }

        var records = new List<IReadOnlyList<string>> { start.Names };
        using var stream = start.OpenRows(file);
        foreach (var chunk in new ChunkReader(start.Dialect.Delimiter).Read(stream, start.FirstDataLine))
        {
            var reader = new FieldReader(chunk.Data, start.Dialect.Delimiter);
            while (reader.SkipBlankLines())
            {
                var record = new List<string>(start.Names.Count);
                do
                    record.Add(Encoding.UTF8.GetString(reader.Next().TrimField()));
                while (!reader.RecordEnded);
                if (record.Count == start.Names.Count)
                    records.Add(record);
            }
        }

        return records;
    }
}

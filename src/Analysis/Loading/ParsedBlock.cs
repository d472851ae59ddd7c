namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What a parser makes of a piece of the file. It belongs to the parser and is overwritten with the next piece.</summary>
internal sealed class ParsedBlock
{
    public required Chunk Chunk { get; init; }

    public required RowBlock Rows { get; init; }

    /// <summary>Where each row starts in the piece.</summary>
    public required int[] RowStarts { get; init; }

    /// <summary>The labels that the block's codes stand for; null for numeric columns.</summary>
    public required LabelTable?[] Labels { get; init; }

    /// <summary>Of each column the first value that does not fit how it is read, and its row; null where all do.</summary>
    public required (string Value, int Row)?[] Misfits { get; init; }

    /// <summary>How many values of a column are missing.</summary>
    public required int[] Missing { get; init; }

    /// <summary>How many of them are there, but infinite or beyond what a number of 64 bits holds.</summary>
    public required int[] Infinite { get; init; }

    /// <summary>The lines of rows that did not fit and were passed over.</summary>
    public required long[] SkippedLines { get; init; }

    /// <summary>The first fields of a row as they stand in the file.</summary>
    public string[] FieldsOf(int row, byte delimiter, int count)
    {
        var reader = new FieldReader(Chunk.Data, delimiter) { Position = RowStarts[row] };
        var fields = new string[count];
        for (var column = 0; column < count; column++)
            fields[column] = reader.Next().TrimField().Shown();
        return fields;
    }
}

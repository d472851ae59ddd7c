namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A block as it came from its piece of the file, with what is needed to join it to the blocks before it.</summary>
internal sealed class ParsedBlock
{
    public required Chunk Chunk { get; init; }

    public required RowBlock Rows { get; init; }

    /// <summary>Where each row starts in the piece.</summary>
    public required int[] RowStarts { get; init; }

    /// <summary>The labels that the block's codes stand for until they are joined to the table's; null for numeric columns.</summary>
    public required LabelTable?[] Labels { get; init; }

    /// <summary>Whether a column read as numbers has a value that is none.</summary>
    public required bool[] Misfit { get; init; }

    /// <summary>How many values of a numeric column are beyond what a number of 64 bits holds, or infinite: they count as missing.</summary>
    public required long[] Infinite { get; init; }

    /// <summary>The fields of a row as they stand in the file.</summary>
    public string[] FieldsOf(int row, byte delimiter, int columns)
    {
        var reader = new FieldReader(Chunk.Data.Span, delimiter) { Position = RowStarts[row] };
        var fields = new string[columns];
        for (var column = 0; column < columns; column++)
            fields[column] = System.Text.Encoding.UTF8.GetString(reader.Next().Trim(" \t"u8));
        return fields;
    }
}

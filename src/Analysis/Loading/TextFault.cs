namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What can be wrong with a text table.</summary>
internal static class TextFault
{
    public static TableFormatException Nul(long line) => new(
        $"The file is not a text table: there is a NUL byte on line {line}. Expected a workbook, or comma-, tab-, semicolon- or pipe-separated text.", line);

    /// <param name="chunk">The piece.</param>
    /// <param name="start">Where the row starts in it.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="columns">How many it should have.</param>
    public static TableFormatException Ragged(Chunk chunk, int start, byte delimiter, int columns)
    {
        var fields = RecordShape.At(chunk.Data, start, delimiter).Fields;
        var line = chunk.LineAt(start);
        return new($"Line {line} has {fields} fields where the header has {columns}.", line);
    }

    public static TableFormatException QuoteLeftOpen(Chunk chunk, int start, string column)
    {
        var line = chunk.LineAt(start);
        return new($"A quote in column '{column}' of the record that starts on line {line} is never closed.", line, column);
    }
}

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Finds where records end.</summary>
internal static class RecordBoundary
{
    /// <summary>The place after the last whole record; 0 where no record ends. A final CR is left for the next piece: a LF may follow it.</summary>
    public static int Last(ReadOnlySpan<byte> data, byte delimiter)
    {
        if (!data.Contains((byte)'"'))
            return LastLineEnd(data);
        var reader = new FieldReader(data, delimiter);
        var boundary = 0;
        while (!reader.AtEnd)
        {
            reader.Next();
            if (reader.RecordEnded && !reader.QuoteLeftOpen && reader.Position < data.Length)
                boundary = reader.Position;
        }

        return boundary;
    }

    private static int LastLineEnd(ReadOnlySpan<byte> data)
    {
        var lineFeed = data.LastIndexOf((byte)'\n');
        return lineFeed >= 0 ? lineFeed + 1 : data[..^1].LastIndexOf((byte)'\r') + 1;
    }
}

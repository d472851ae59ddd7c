namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Finds where records end.</summary>
internal static class RecordBoundary
{
    /// <summary>The place after the last whole record; 0 where no record ends. A final CR is left for the next piece: a LF may follow it.</summary>
    public static int Last(ReadOnlySpan<byte> data, byte delimiter)
    {
        var end = LastLineEnd(data);
        return data[..end].Contains((byte)'"') ? LastOfQuoted(data, delimiter) : end;
    }

    /// <summary>The same where no quote stands before the place.</summary>
    public static int LastLineEnd(ReadOnlySpan<byte> data)
    {
        var lineFeed = data.LastIndexOf((byte)'\n');
        return lineFeed >= 0 ? lineFeed + 1 : data[..^1].LastIndexOf((byte)'\r') + 1;
    }

    /// <summary>The same where line ends may stand between quotes.</summary>
    public static int LastOfQuoted(ReadOnlySpan<byte> data, byte delimiter)
    {
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
}

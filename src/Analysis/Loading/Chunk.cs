namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A piece of a text table that starts and ends between records.</summary>
/// <param name="Data">The records.</param>
/// <param name="FirstLine">The line of the file, counted from 1, that the piece starts on.</param>
internal readonly record struct Chunk(ReadOnlyMemory<byte> Data, long FirstLine)
{
    /// <summary>The line of the file on which a place in the piece stands.</summary>
    public long LineAt(int position) => FirstLine + CountLines(Data.Span[..position]);

    /// <summary>Counts line ends of every kind.</summary>
    public static long CountLines(ReadOnlySpan<byte> data)
    {
        var lines = (long)data.Count((byte)'\n');
        var returns = data.Count((byte)'\r');
        return returns == 0 ? lines : lines + returns - data.Count("\r\n"u8);
    }
}

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A file that may be read from the start as often as needed, as UTF-8 text.</summary>
internal sealed class TableFile(string path, string fileName)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public string FileName { get; } = fileName;

    /// <summary>Opens the text at its first character, past a byte order mark.</summary>
    /// <exception cref="TableFormatException">It is empty, or no text.</exception>
    public Stream Open()
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        Span<byte> start = stackalloc byte[ByteOrderMark.Length];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!start[..read].SequenceEqual(ByteOrderMark))
            stream.Position = 0;
        return stream;
    }
}

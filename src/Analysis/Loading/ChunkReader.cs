namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Cuts a stream of delimited text into pieces that end where a record ends, so that each can be read on its own.</summary>
internal static class ChunkReader
{
    /// <summary>The usual size of a piece. It grows only for a record that is longer.</summary>
    public const int ChunkBytes = 1 << 20;

    /// <summary>No record of a table is longer; a quote left open at the start of a large file is noticed here instead of filling the memory.</summary>
    public const int MaxRecordBytes = 64 << 20;

    /// <param name="firstLine">The line of the file on which the stream stands.</param>
    public static IEnumerable<Chunk> Read(Stream stream, byte delimiter, long firstLine)
    {
        var line = firstLine;
        var carried = Array.Empty<byte>();
        while (true)
        {
            var buffer = new byte[Math.Max(ChunkBytes, 2 * carried.Length)];
            carried.CopyTo(buffer, 0);
            var filled = carried.Length + stream.ReadAtLeast(buffer.AsSpan(carried.Length), buffer.Length - carried.Length, throwOnEndOfStream: false);
            var last = filled < buffer.Length;
            var end = last ? filled : RecordBoundary.Last(buffer.AsSpan(0, filled), delimiter);
            if (end == 0 && !last && filled >= MaxRecordBytes)
            {
                throw new TableFormatException(
                    $"The record that starts on line {line} is longer than {MaxRecordBytes >> 20} MiB. A quote that is opened there may never be closed.", line);
            }

            if (end > 0)
            {
                var chunk = new Chunk(buffer.AsMemory(0, end), line);
                line += Chunk.CountLines(chunk.Data.Span);
                yield return chunk;
            }

            if (last)
                yield break;
            carried = buffer[end..filled];
        }
    }
}

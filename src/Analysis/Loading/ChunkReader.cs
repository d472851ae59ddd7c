namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Cuts a stream of delimited text into pieces that end where a record ends, so that each can be read on its own.</summary>
internal sealed class ChunkReader(byte delimiter)
{
    /// <summary>The usual size of a piece: its columns stay in a core's own cache. It grows only for a record that is longer.</summary>
    public const int ChunkBytes = 1 << 19;

    /// <summary>No record of a table is longer; a quote left open at the start of a large file is noticed here instead of filling the memory.</summary>
    public const int MaxRecordBytes = 16 << 20;

    private readonly Stack<byte[]> _free = [];

    /// <summary>Gives back a piece's memory for the next.</summary>
    public void Return(Chunk chunk)
    {
        if (chunk.Buffer.Length != ChunkBytes + Chunk.Slack)
            return;
        lock (_free)
            _free.Push(chunk.Buffer);
    }

    /// <param name="stream">The text.</param>
    /// <param name="firstLine">The line of the file on which the stream stands.</param>
    public IEnumerable<Chunk> Read(Stream stream, long firstLine)
    {
        var line = firstLine;
        var carried = Array.Empty<byte>();
        for (var number = 0; ; number++)
        {
            var buffer = Take(2 * carried.Length, stream);
            var room = buffer.Length - Chunk.Slack;
            carried.CopyTo(buffer, 0);
            var filled = carried.Length + stream.ReadAtLeast(buffer.AsSpan(carried.Length, room - carried.Length), room - carried.Length, throwOnEndOfStream: false);
            var last = filled < room;
            var end = last ? filled : RecordBoundary.LastLineEnd(buffer.AsSpan(0, filled));
            var chunk = new Chunk(buffer, end, line, number);
            if (!last && chunk.Facts.HasQuote)
                chunk = new Chunk(buffer, end = RecordBoundary.LastOfQuoted(buffer.AsSpan(0, filled), delimiter), line, number);
            if (end == 0 && !last && filled >= MaxRecordBytes)
            {
                throw new TableFormatException(
                    $"The record that starts on line {line} is longer than {MaxRecordBytes >> 20} MiB. A quote that is opened there may never be closed.", line);
            }

            carried = buffer[end..filled];
            if (end > 0)
            {
                buffer.AsSpan(end, Chunk.Slack).Fill((byte)'\n');
                yield return chunk;
                line += chunk.Facts.Lines;
            }

            if (last)
                yield break;
        }
    }

    private byte[] Take(int atLeast, Stream stream)
    {
        if (atLeast <= ChunkBytes)
        {
            lock (_free)
            {
                if (_free.TryPop(out var buffer))
                    return buffer;
            }
        }

        // one byte more than is left, so that the end is seen
        var usual = stream.CanSeek ? (int)Math.Min(ChunkBytes, stream.Length - stream.Position + 1) : ChunkBytes;
        return GC.AllocateUninitializedArray<byte>(Math.Max(usual, atLeast) + Chunk.Slack);
    }
}

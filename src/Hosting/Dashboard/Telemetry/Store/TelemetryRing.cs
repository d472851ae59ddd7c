namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>
/// Records in the order in which they came, within a limit. They lie in chunks that are only ever appended to, and the oldest chunk goes as a
/// whole: so a reader's snapshot is a copy of a few dozen references, and stays as it is whatever is written meanwhile.
/// Not synchronized: its owner is.
/// </summary>
internal sealed class TelemetryRing<T>(KindLimit limit) where T : class, ITelemetryRecord
{
    /// <summary>As many chunks make a full ring, so that dropping one takes little at a time.</summary>
    private const int Chunks = 64;

    private const int LargestChunk = 4096;

    private readonly int _chunkLength = Math.Clamp(limit.Count / Chunks, 1, LargestChunk);
    private readonly long _chunkBytes = Math.Max(1, limit.Bytes / Chunks);
    private readonly List<Chunk> _chunks = [];
    private long _nextId = 1;

    public int Count { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Since the start, also those that have gone.</summary>
    public long Received => _nextId - 1;

    /// <param name="dropped">Is called for each chunk's records that had to go.</param>
    public void Add(T record, Action<ReadOnlyMemory<T>> dropped)
    {
        record.Id = _nextId++;
        var size = record.Size + IntPtr.Size;
        if (_chunks.Count == 0 || _chunks[^1].IsFull(_chunkBytes))
            _chunks.Add(new Chunk(_chunkLength));

        _chunks[^1].Add(record, size);
        Count++;
        Bytes += size;

        // A single record over the limit stays: it is the newest.
        while (_chunks.Count > 1 && (Count > limit.Count || Bytes > limit.Bytes))
            Drop(dropped);
    }

    public void Clear()
    {
        _chunks.Clear();
        (Count, Bytes) = (0, 0);
    }

    public RingSnapshot<T> Snapshot()
    {
        var parts = new ReadOnlyMemory<T>[_chunks.Count];
        var latest = new UnixTime[_chunks.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = _chunks[i].Records;
            latest[i] = i == 0 || _chunks[i].Latest > latest[i - 1] ? _chunks[i].Latest : latest[i - 1];
        }

        return new RingSnapshot<T>(parts, latest, Count, _nextId);
    }

    private void Drop(Action<ReadOnlyMemory<T>> dropped)
    {
        var oldest = _chunks[0];
        _chunks.RemoveAt(0);
        Count -= oldest.Records.Length;
        Bytes -= oldest.Bytes;
        dropped(oldest.Records);
    }

    private sealed class Chunk(int length)
    {
        private readonly T[] _records = new T[length];
        private int _count;

        public long Bytes { get; private set; }

        public UnixTime Latest { get; private set; }

        public ReadOnlyMemory<T> Records => _records.AsMemory(0, _count);

        public bool IsFull(long bytes) => _count == _records.Length || Bytes >= bytes;

        public void Add(T record, int size)
        {
            _records[_count++] = record;
            Bytes += size;
            if (record.Time > Latest)
                Latest = record.Time;
        }
    }
}

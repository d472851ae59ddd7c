namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>Some records, the newest first.</summary>
/// <param name="Older">Give this as <c>before</c> for the next page; null when this was the last.</param>
internal sealed record RecordPage<T>(IReadOnlyList<T> Records, RecordPosition? Older) where T : class, ITelemetryRecord
{
    /// <summary>
    /// The newest that match, before a position. Records are nearly in order, so that a few of the newest parts are all that is looked at
    /// unless matches are rare.
    /// </summary>
    public static RecordPage<T> Read(RingSnapshot<T> snapshot, Predicate<T>? filter, int limit, RecordPosition? before = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);

        // The oldest of what was found so far is on top. One more than asked for says whether there is a next page.
        var found = new PriorityQueue<T, RecordPosition>(Math.Min(limit, snapshot.Count) + 1);
        for (var part = snapshot.Parts.Count - 1; part >= 0; part--)
        {
            if (found.Count > limit && found.TryPeek(out _, out var oldest) && snapshot.LatestUpTo(part) < oldest.Time)
                break;

            foreach (var record in snapshot.Parts[part].Span)
                Offer(found, record, filter, limit, before);
        }

        var hasOlder = found.Count > limit;
        if (hasOlder)
            found.Dequeue();

        var records = new T[found.Count];
        for (var i = records.Length - 1; i >= 0; i--)
            records[i] = found.Dequeue();
        return new RecordPage<T>(records, hasOlder ? RecordPosition.Of(records[^1]) : null);
    }

    private static void Offer(PriorityQueue<T, RecordPosition> found, T record, Predicate<T>? filter, int limit, RecordPosition? before)
    {
        var position = RecordPosition.Of(record);
        if (before is { } end && position >= end)
            return;

        var isFull = found.Count > limit;
        if (isFull && found.TryPeek(out _, out var oldest) && position < oldest)
            return;

        if (filter is not null && !filter(record))
            return;

        if (isFull)
            found.EnqueueDequeue(record, position);
        else
            found.Enqueue(record, position);
    }
}

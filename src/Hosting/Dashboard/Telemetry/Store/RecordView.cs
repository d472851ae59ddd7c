namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>
/// All records that match, in order, kept up to date for one page that is open: a refresh looks only at what has come since the last one.
/// For one user at a time.
/// </summary>
internal sealed class RecordView<T>(Func<RingSnapshot<T>> source, Predicate<T>? filter) where T : class, ITelemetryRecord
{
    private static readonly Comparer<T> ByPosition = Comparer<T>.Create(static (x, y) => RecordPosition.Of(x).CompareTo(RecordPosition.Of(y)));

    private readonly List<T> _records = [];
    private long _firstId;
    private long _nextId;

    /// <summary>The oldest first. The same list after each refresh, with other content.</summary>
    public IReadOnlyList<T> Records => _records;

    public void Refresh()
    {
        var snapshot = source();
        if (snapshot.FirstId > _firstId)
        {
            _firstId = snapshot.FirstId;
            _records.RemoveAll(record => record.Id < _firstId);
        }

        var sorted = _records.Count;
        foreach (var record in snapshot.From(_nextId))
        {
            if (filter is null || filter(record))
                _records.Add(record);
        }

        _nextId = snapshot.NextId;
        SortFrom(sorted);
    }

    /// <summary>Puts in order what was added, and as much of what was there as is later than the earliest of it.</summary>
    private void SortFrom(int sorted)
    {
        if (sorted == _records.Count)
            return;

        var earliest = _records[sorted];
        for (var i = sorted + 1; i < _records.Count; i++)
        {
            if (ByPosition.Compare(_records[i], earliest) < 0)
                earliest = _records[i];
        }

        var place = _records.BinarySearch(0, sorted, earliest, ByPosition);
        var start = place < 0 ? ~place : place;
        _records.Sort(start, _records.Count - start, ByPosition);
    }
}

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>What a ring held at one moment.</summary>
/// <param name="latest">Per part, the latest time of all records up to its end: a search from the newest on knows when no later one can follow.</param>
internal sealed class RingSnapshot<T>(ReadOnlyMemory<T>[] parts, UnixTime[] latest, int count, long nextId) where T : class, ITelemetryRecord
{
    public static RingSnapshot<T> Empty { get; } = new([], [], 0, 1);

    public int Count => count;

    /// <summary>What the next record to come will have; all here have smaller ones, without gaps.</summary>
    public long NextId => nextId;

    public long FirstId => nextId - count;

    public IReadOnlyList<ReadOnlyMemory<T>> Parts => parts;

    public UnixTime LatestUpTo(int part) => latest[part];

    public IEnumerable<T> All() => From(FirstId);

    /// <summary>In the order of arrival, from an id on; what has gone is passed over.</summary>
    public IEnumerable<T> From(long id)
    {
        var first = FirstId;
        foreach (var part in parts)
        {
            for (var i = (int)Math.Clamp(id - first, 0, part.Length); i < part.Length; i++)
                yield return part.Span[i];
            first += part.Length;
        }
    }

    /// <summary>Null when it has gone, or is not there yet.</summary>
    public T? Find(long id)
    {
        var first = FirstId;
        foreach (var part in parts)
        {
            if (id >= first && id < first + part.Length)
                return part.Span[(int)(id - first)];
            first += part.Length;
        }

        return null;
    }
}

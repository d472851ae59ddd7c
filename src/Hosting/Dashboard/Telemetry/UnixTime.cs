namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>A moment as OTLP has it: nanoseconds since 1970, UTC. Zero means that nobody said.</summary>
internal readonly record struct UnixTime(long Nanoseconds) : IComparable<UnixTime>
{
    public const long PerTick = 100;

    public bool IsUnknown => Nanoseconds == 0;

    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks(Nanoseconds / PerTick);

    /// <summary>What is past the year 2262 is somebody's mistake, and becomes that year.</summary>
    public static UnixTime Read(ulong nanoseconds) => new((long)Math.Min(nanoseconds, long.MaxValue));

    public static UnixTime From(DateTimeOffset time) => new((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * PerTick);

    public int CompareTo(UnixTime other) => Nanoseconds.CompareTo(other.Nanoseconds);

    public static TimeSpan operator -(UnixTime left, UnixTime right) => TimeSpan.FromTicks((left.Nanoseconds - right.Nanoseconds) / PerTick);

    public static bool operator <(UnixTime left, UnixTime right) => left.Nanoseconds < right.Nanoseconds;

    public static bool operator >(UnixTime left, UnixTime right) => left.Nanoseconds > right.Nanoseconds;

    public static bool operator <=(UnixTime left, UnixTime right) => left.Nanoseconds <= right.Nanoseconds;

    public static bool operator >=(UnixTime left, UnixTime right) => left.Nanoseconds >= right.Nanoseconds;
}

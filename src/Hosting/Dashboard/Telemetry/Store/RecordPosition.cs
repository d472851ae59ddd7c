namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>The order in which records are shown: by time and, at the same time, by arrival. What several processes send arrives out of order.</summary>
internal readonly record struct RecordPosition(UnixTime Time, long Id) : IComparable<RecordPosition>
{
    public static RecordPosition Of(ITelemetryRecord record) => new(record.Time, record.Id);

    public int CompareTo(RecordPosition other) => Time.CompareTo(other.Time) is var byTime and not 0 ? byTime : Id.CompareTo(other.Id);

    public static bool operator <(RecordPosition left, RecordPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(RecordPosition left, RecordPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(RecordPosition left, RecordPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RecordPosition left, RecordPosition right) => left.CompareTo(right) >= 0;
}

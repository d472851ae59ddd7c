namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>What the store keeps in the order in which it came.</summary>
internal interface ITelemetryRecord
{
    /// <summary>Its place in the order of arrival; the store gives it, once, before anyone else sees the record.</summary>
    long Id { get; set; }

    /// <summary>When it happened, by the clock of who sent it.</summary>
    UnixTime Time { get; }

    TelemetryResource Resource { get; }

    /// <summary>About how many bytes it holds.</summary>
    int Size { get; }
}

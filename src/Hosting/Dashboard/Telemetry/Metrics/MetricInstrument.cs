namespace Aspire.Hosting.Dashboard.Telemetry;

internal enum MetricKind
{
    Gauge,
    Sum,
    Histogram,
    ExponentialHistogram,
    Summary,
}

/// <summary>Whether a point says what happened since the last one, or since the start of the series.</summary>
internal enum Temporality
{
    Unspecified,
    Delta,
    Cumulative,
}

/// <summary>Something that one process measures.</summary>
/// <param name="Unit">In UCUM, such as <c>ms</c>, <c>By</c> or <c>{request}</c>.</param>
/// <param name="IsMonotonic">A sum that only grows, so that its rate is what one wants to see.</param>
internal sealed record MetricInstrument(
    TelemetryResource Resource,
    InstrumentationScope Scope,
    string Name,
    MetricKind Kind,
    string Unit = "",
    string Description = "",
    Temporality Temporality = Temporality.Unspecified,
    bool IsMonotonic = false);

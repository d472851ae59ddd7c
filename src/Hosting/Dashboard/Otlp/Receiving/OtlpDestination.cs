namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>What a process has to know to send its telemetry here.</summary>
internal sealed class OtlpDestination(OtlpAddress address, OtlpKey key)
{
    /// <summary>As OTEL_EXPORTER_OTLP_HEADERS has it.</summary>
    public string Headers => $"{OtlpKey.Header}={key.Value}";

    /// <param name="protocol">As OTEL_EXPORTER_OTLP_PROTOCOL has it.</param>
    public string UrlFor(string protocol) => protocol.StartsWith("http/", StringComparison.OrdinalIgnoreCase) ? address.HttpUrl : address.GrpcUrl;
}

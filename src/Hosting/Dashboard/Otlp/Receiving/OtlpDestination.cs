namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>What a process has to know to send its telemetry: to this dashboard or, where it is off, to one that somebody else runs.</summary>
/// <param name="DefaultProtocol">For who says nothing; as OTEL_EXPORTER_OTLP_PROTOCOL has it.</param>
internal sealed record OtlpDestination(string? GrpcUrl, string? HttpUrl, string? Key, string DefaultProtocol)
{
    private const string Grpc = "grpc";

    private const string HttpProtobuf = "http/protobuf";

    /// <summary>As OTEL_EXPORTER_OTLP_HEADERS has it.</summary>
    public string? Headers => Key is null ? null : $"{OtlpKey.Header}={Key}";

    public static OtlpDestination Here(OtlpSettings settings, OtlpAddress address, OtlpKey key) =>
        new(address.GrpcUrl, address.HttpUrl, key.Value, DefaultOf(settings));

    /// <summary>As in Aspire: without a dashboard of the AppHost's own, the addresses are those of another that listens there.</summary>
    public static OtlpDestination Elsewhere(OtlpSettings settings) => new(settings.GrpcUrls, settings.HttpUrls, settings.Key, DefaultOf(settings));

    /// <summary>Null when nobody listens for that protocol.</summary>
    public string? UrlFor(string protocol) => protocol.StartsWith("http/", StringComparison.OrdinalIgnoreCase) ? HttpUrl : GrpcUrl;

    private static string DefaultOf(OtlpSettings settings) => settings is { GrpcUrls: null, HttpUrls: not null } ? HttpProtobuf : Grpc;
}

using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Where the dashboard receives telemetry, and with which key, as the person wants it. The names are Aspire's.</summary>
/// <param name="Key">What senders and scripts have to show; null makes one for this run.</param>
internal sealed record OtlpSettings(string? GrpcUrls, string? HttpUrls, string? Key)
{
    public const string GrpcKey = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";

    public const string HttpKey = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";

    /// <summary>So that a script knows it before the run.</summary>
    public const string ApiKeyKey = "AppHost:OtlpApiKey";

    /// <summary>The names up to Aspire 9.</summary>
    private const string EarlierGrpcKey = "DOTNET_DASHBOARD_OTLP_ENDPOINT_URL";

    private const string EarlierHttpKey = "DOTNET_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";

    public static OtlpSettings Read(IConfiguration configuration) => new(
        First(configuration, GrpcKey, EarlierGrpcKey), First(configuration, HttpKey, EarlierHttpKey), First(configuration, ApiKeyKey));

    private static string? First(IConfiguration configuration, params string[] keys) =>
        keys.Select(key => configuration[key]).FirstOrDefault(static value => !string.IsNullOrEmpty(value));
}

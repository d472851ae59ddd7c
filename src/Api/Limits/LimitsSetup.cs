using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace RegressionAnalyzer.Api.Limits;

internal static class LimitsSetup
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitOptions>()
            .Configure<IConfiguration>(static (limits, configuration) =>
            {
                limits.RequestsPerMinute = (int)configuration.Whole("RateLimit:RequestsPerMinute", limits.RequestsPerMinute, 0, 1_000_000);
                limits.Origins = [.. List(configuration, "Cors:Origins").Select(Origin)];
                limits.Proxies = [.. List(configuration, "Proxies:Networks").Select(Network)];
            })
            .ValidateOnStart();
        builder.Services.AddSingleton<RateLimit>();
        builder.Services.AddCors();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<LimitOptions>>(static (forwarded, limits) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in limits.Value.Proxies)
                forwarded.KnownIPNetworks.Add(network);
        });
        builder.Services.AddResponseCompression(static compression => compression.MimeTypes =
            ["application/json", "application/problem+json", "image/svg+xml", "text/html", "text/css", "text/javascript"]);
    }

    /// <summary>Counts the requests of each client to this endpoint.</summary>
    public static RouteHandlerBuilder WithRateLimit(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter(static (context, next) => context.HttpContext.RequestServices.GetRequiredService<RateLimit>().InvokeAsync(context, next))
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    public static void UseLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<LimitOptions>>().Value;
        if (limits.Proxies.Length > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        if (limits.Origins.Length > 0)
            app.UseCors(cors => cors.WithOrigins(limits.Origins).AllowAnyHeader().WithMethods("GET", "POST", "DELETE").WithExposedHeaders(
                "Location", "Retry-After", "ETag", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"));
    }

    private static string[] List(IConfiguration configuration, string key) => (configuration[key] ?? "").Split(',', Tidy);

    private static string Origin(string text) =>
        text == "*" || (Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.PathAndQuery == "/")
            ? text.TrimEnd('/')
            : throw Setting.Wrong("Cors:Origins", text, "origins such as https://example.org separated by commas, or *");

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw Setting.Wrong("Proxies:Networks", text, "networks or addresses such as 10.0.0.0/8 separated by commas");
}

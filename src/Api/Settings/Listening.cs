namespace RegressionAnalyzer.Api.Settings;

/// <summary>Where the service listens.</summary>
internal static class Listening
{
    public const int DefaultPort = 8000;

    /// <summary>The largest body of a call that is no upload.</summary>
    public const long MaxSmallBody = 1024 * 1024;

    private const int MaxHeaderCount = 64;

    /// <summary>Port 8000 on every address where nothing else is set by <c>--urls</c>, <c>ASPNETCORE_URLS</c> or <c>ASPNETCORE_HTTP_PORTS</c>.</summary>
    public static void AddListening(this WebApplicationBuilder builder)
    {
        string[] choices = ["urls", "http_ports", "https_ports"];
        if (choices.All(choice => string.IsNullOrEmpty(builder.Configuration[choice])))
            builder.WebHost.UseUrls($"http://*:{DefaultPort}");

        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxSmallBody; // uploads set their own
            kestrel.Limits.MaxRequestHeaderCount = MaxHeaderCount;
            // Whoever sends a byte now and then to keep a connection busy (slow loris) is let go. A body may take as long as it keeps coming.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        });
    }
}

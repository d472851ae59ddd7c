using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace RegressionAnalyzer.Api.Tests.Serving;

/// <summary>The real service in this process, on a real socket and real folders.</summary>
public sealed class Replica : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;

    public Replica(SharedVolumes volumes, params IEnumerable<(string Name, string Value)> settings)
    {
        _settings = new() { ["Storage:DataPath"] = volumes.Data, ["Storage:OutputPath"] = volumes.Output, ["LOG_LEVEL"] = "error", ["urls"] = "http://127.0.0.1:0", ["RateLimit:RequestsPerMinute"] = "0" };
        foreach (var (name, value) in settings)
            _settings[name] = value;
        UseKestrel();
        StartServer();
        Http = new HttpClient { BaseAddress = ClientOptions.BaseAddress };
    }

    public HttpClient Http { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
    }

    protected override void Dispose(bool disposing)
    {
        Http?.Dispose();
        base.Dispose(disposing);
    }
}

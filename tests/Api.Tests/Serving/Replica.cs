using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace RegressionAnalyzer.Api.Tests.Serving;

/// <summary>The real service in this process, on a real socket and real folders.</summary>
public sealed class Replica : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;

    public Replica(SharedVolumes volumes, params IEnumerable<(string Name, string Value)> settings)
    {
        _settings = new() { ["Storage:DataPath"] = volumes.Data, ["Storage:OutputPath"] = volumes.Output, ["LOG_LEVEL"] = "error" };
        foreach (var (name, value) in settings)
            _settings[name] = value;
        UseKestrel(0);
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

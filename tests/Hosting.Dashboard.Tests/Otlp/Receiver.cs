using Aspire.Hosting.Dashboard.Api;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Dashboard.Telemetry;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Dashboard.Tests.Otlp;

/// <summary>A receiver on ports of its own, with what it has received.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly OtlpReceiver _receiver;
    private readonly DirectoryInfo _folder;

    private Receiver(TelemetryLimits limits, OtlpLimits otlp, DirectoryInfo folder)
    {
        _folder = folder;
        Runs = new TelemetryRuns(
            new RunSettings { Folder = folder.FullName }, limits, otlp, new HostingEnvironment { ContentRootPath = folder.FullName }, TimeProvider.System,
            NullLogger<TelemetryRuns>.Instance);
        var ready = new Readiness();
        ready.Reach();
        _receiver = new OtlpReceiver(Address, ready, () => OtlpApplication.Create(Address, Key, otlp, Runs.Intake, [new TelemetryApi(Runs, TimeProvider.System)]));
    }

    public TelemetryRuns Runs { get; }

    public TelemetryStore Store => Runs.Current;

    public Task<WebApplication?> Application => _receiver.Listening;

    public OtlpAddress Address { get; } = new(LoopbackPort.Listen(null), LoopbackPort.Listen(null));

    public OtlpKey Key { get; } = new();

    public static async Task<Receiver> StartAsync(TelemetryLimits? limits = null, OtlpLimits? otlp = null)
    {
        var receiver = new Receiver(limits ?? new TelemetryLimits(), otlp ?? new OtlpLimits(), Directory.CreateTempSubdirectory("telemetry-"));
        await receiver._receiver.StartAsync(CancellationToken.None);
        await receiver._receiver.Listening;
        return receiver;
    }

    public HttpClient CreateClient(bool hasKey = true)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address.HttpUrl) };
        if (hasKey)
            client.DefaultRequestHeaders.Add(OtlpKey.Header, Key.Value);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await Runs.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Tests.Otlp;

/// <summary>A receiver on ports of its own, with what it has received.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly OtlpReceiver _receiver;

    private Receiver(TelemetryLimits limits, OtlpLimits otlp)
    {
        Store = new TelemetryStore(limits, TimeProvider.System);
        _receiver = new OtlpReceiver(Address, Key, otlp, new OtlpIntake(Store, otlp, TimeProvider.System), []);
    }

    public OtlpAddress Address { get; } = new();

    public OtlpKey Key { get; } = new();

    public TelemetryStore Store { get; }

    public static async Task<Receiver> StartAsync(TelemetryLimits? limits = null, OtlpLimits? otlp = null)
    {
        var receiver = new Receiver(limits ?? new TelemetryLimits(), otlp ?? new OtlpLimits());
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

    public async ValueTask DisposeAsync() => await _receiver.DisposeAsync();
}

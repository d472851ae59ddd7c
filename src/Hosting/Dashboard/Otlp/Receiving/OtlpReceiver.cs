using Aspire.Hosting.Dashboard.Host;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Starts the server of OTLP. Its ports are bound already; the rest comes once the resources are ready, and a sender that is faster waits for its answer.</summary>
/// <param name="create">What it is made of is not made before it is needed either.</param>
internal sealed class OtlpReceiver(OtlpAddress address, Readiness resources, Func<WebApplication> create) : IHostedService, IAsyncDisposable
{
    /// <summary>Exporters wait for ten seconds, and begin within one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private DeferredServer? _server;

    /// <summary>Once it answers.</summary>
    public Task<WebApplication?> Listening => _server?.Started ?? Task.FromResult<WebApplication?>(null);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _server = new DeferredServer(address.Sockets, resources, create, Patience);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
            await _server.DisposeAsync();
        address.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);
}

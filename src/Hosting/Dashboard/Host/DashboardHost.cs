using Aspire.Hosting.Dashboard.Security;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>Starts the dashboard: its address is bound and shown before the resources start, the rest comes after them or when somebody opens it.</summary>
internal sealed class DashboardHost(DashboardSettings settings, Readiness resources, IServiceProvider services) : IHostedService, IAsyncDisposable
{
    private DashboardAddress? _address;
    private DeferredServer? _server;

    /// <summary>The link that signs in next; null before it listens.</summary>
    public string? Link { get; private set; }

    /// <summary>Once it answers.</summary>
    public Task<WebApplication?> Listening => _server?.Started ?? Task.FromResult<WebApplication?>(null);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var console = services.GetRequiredService<RunConsole>();
        var address = _address = new DashboardAddress(PreferredPort.Listen(settings.Port, DashboardSettings.UrlsKey, console));
        var tokens = new LoginTokens(settings.Token);
        console.DashboardIsAt(Link = LoginPage.Link(address.Url, tokens.Current));
        tokens.Renewed += token => console.DashboardWasOpened(Link = LoginPage.Link(address.Url, token));
        _server = new DeferredServer(address.Sockets, resources, () => DashboardApplication.Create(address, tokens, services));
        _ = _server.Started.ContinueWith(
            failed => console.Fails("dashboard", failed.Exception!.GetBaseException().Message), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _address?.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);
}

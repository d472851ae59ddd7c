using System.Net.Sockets;
using Aspire.Hosting.Dashboard.Security;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>Starts the dashboard beside the resources: its address is bound and shown before they start, the rest comes while they do.</summary>
internal sealed class DashboardHost(DashboardSettings settings, IServiceProvider services) : IHostedService, IAsyncDisposable
{
    private DashboardAddress? _address;
    private Task<WebApplication>? _application;
    private bool _isStopped;

    /// <summary>The link that signs in next; null before it listens.</summary>
    public string? Link { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var console = services.GetRequiredService<RunConsole>();
        var address = _address = Bind(console);
        var tokens = new LoginTokens(settings.Token);
        console.DashboardIsAt(Link = LoginPage.Link(address.Url, tokens.Current));
        tokens.Renewed += token => console.DashboardWasOpened(Link = LoginPage.Link(address.Url, token));

        // Not awaited: nobody waits for a page to start a service. A browser that is faster is answered once it listens.
        _application = Task.Run(() => StartAsync(address, tokens), CancellationToken.None);
        _ = _application.ContinueWith(failed => console.Fails("dashboard", failed.Exception!.GetBaseException().Message), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_isStopped)
        {
            return;
        }

        _isStopped = true;
        if (_application is { } starting && await starting.ContinueWith(t => t.IsCompletedSuccessfully ? t.Result : null, TaskScheduler.Default) is { } application)
        {
            // Open pages hold their connection for as long as they can; they are told by its end.
            using var now = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
            await application.StopAsync(now.Token);
            await application.DisposeAsync();
        }

        _address?.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private async Task<WebApplication> StartAsync(DashboardAddress address, LoginTokens tokens)
    {
        var application = DashboardApplication.Create(address, tokens, services);
        await application.StartAsync();
        return application;
    }

    /// <summary>A taken port is no reason not to run what the dashboard is about.</summary>
    private DashboardAddress Bind(RunConsole console)
    {
        try
        {
            return new DashboardAddress(settings.Port);
        }
        catch (SocketException) when (settings.Port is { } port)
        {
            console.DashboardPortIsTaken(port);
            return new DashboardAddress(null);
        }
    }
}

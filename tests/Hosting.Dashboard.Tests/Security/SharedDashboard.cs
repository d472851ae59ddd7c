using System.Net;
using Aspire.Hosting.Dashboard.Tests.Host;

namespace Aspire.Hosting.Dashboard.Tests.Security;

/// <summary>One dashboard for tests that change nothing in it, and a browser that has signed in to it.</summary>
public sealed class SharedDashboard : IAsyncLifetime
{
    private RunningDashboard? _dashboard;
    private HttpClient? _browser;

    internal RunningDashboard Dashboard => _dashboard!;

    internal HttpClient SignedIn => _browser!;

    internal CookieContainer Cookies { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _dashboard = await RunningDashboard.StartAsync();
        _browser = await _dashboard.SignedInAsync(Cookies);
    }

    public async ValueTask DisposeAsync()
    {
        _browser?.Dispose();
        if (_dashboard is not null)
            await _dashboard.DisposeAsync();
    }
}

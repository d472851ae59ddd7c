using System.Net;
using Aspire.Hosting.Dashboard.Host;
using Aspire.Hosting.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Dashboard.Tests.Host;

/// <summary>An application without resources, and the dashboard that it starts.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    private readonly IDistributedApplicationTestingBuilder _builder;
    private readonly DistributedApplication _application;

    private RunningDashboard(IDistributedApplicationTestingBuilder builder, DistributedApplication application)
    {
        _builder = builder;
        _application = application;
    }

    public string Link => _application.Services.GetRequiredService<DashboardHost>().Link!;

    /// <summary>What is there to be asked for.</summary>
    public async Task<IReadOnlyList<RouteEndpoint>> RoutesAsync() => Routes.Of(await _application.Services.GetRequiredService<DashboardHost>().Listening);

    public IServiceProvider Services => _application.Services;

    public Uri Address => new(new Uri(Link), "/");

    public static Task<RunningDashboard> StartAsync(params string[] args) => StartAsync(static _ => { }, args);

    public static async Task<RunningDashboard> StartAsync(Action<IDistributedApplicationBuilder> model, params string[] args)
    {
        var builder = DistributedApplicationTestingBuilder.Create(["--Dashboard:Disabled=false", .. args]);
        model(builder);
        var application = await builder.BuildAsync(TestContext.Current.CancellationToken);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new RunningDashboard(builder, application);
    }

    /// <summary>A browser as far as cookies go; it follows nothing by itself.</summary>
    public HttpClient Browser(CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = Address };

    public async Task<HttpClient> SignedInAsync(CookieContainer? cookies = null)
    {
        var browser = Browser(cookies);
        using var answer = await browser.GetAsync(new Uri(Link), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _builder.DisposeAsync();
    }
}

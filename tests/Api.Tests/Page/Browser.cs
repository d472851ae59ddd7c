using Microsoft.Playwright;

namespace RegressionAnalyzer.Api.Tests.Page;

/// <summary>The machine's own Chromium; tests that need it are skipped where it is not installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A page of a new visitor. Whatever it asks of another host fails the test, and so does any error in its console.</summary>
    public async Task<Visit> VisitAsync(Uri service, int width = 1280, int height = 900, bool dark = false)
    {
        Assert.SkipWhen(_chromium is null, "No Chromium on this machine (Debian: apt-get install chromium).");
        var context = await _chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var visit = new Visit(await context.NewPageAsync(), service);
        await visit.Page.GotoAsync(service.ToString());
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }
}

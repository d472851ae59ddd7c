using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RegressionAnalyzer.Api.BrowserTests.Driving.Chromium))]

namespace RegressionAnalyzer.Api.BrowserTests.Driving;

/// <summary>The browser that is installed on this machine, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The first draws no windows and needs a third less of the processor.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; the test is skipped where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, $"No browser on the path. Any of {string.Join(", ", Names)} will do: apt-get install chromium-headless-shell.");
            return _browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000); // two cores may be busy with other tests
        if (Find() is not { } path)
            return;
        _playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--font-render-hinting=none"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(static folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}

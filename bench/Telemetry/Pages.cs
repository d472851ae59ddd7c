using System.Diagnostics;
using Microsoft.Playwright;

namespace RegressionAnalyzer.Bench.Telemetry;

/// <summary>A person at a browser who goes from page to page and searches. The browser itself measures, from the press of a key to what it shows.</summary>
internal sealed class Pages : IAsyncDisposable
{
    /// <summary>Does something, and says after how many milliseconds the page is as wanted.</summary>
    private static string Measure(string wanted) =>
        $$"""
        ([act, argument]) => new Promise((resolve, reject) => {
            const is = () => {{wanted}};
            const started = performance.now();
            const look = () => {
                if (is()) requestAnimationFrame(() => resolve(performance.now() - started));
                else if (performance.now() - started > 20000) reject(new Error(document.body.innerText.slice(0, 600)));
                else setTimeout(look, 1);
            };
            if (act === 'go') document.querySelector(`nav.rail a[href="${argument}"]`).click();
            else { const box = document.querySelector('input[type=search]'); box.value = argument; box.dispatchEvent(new Event('input', { bubbles: true })); }
            look();
        })
        """;

    private static readonly (string Name, string Act, string Argument, string Wanted)[] Steps =
    [
        ("to the resources", "go", "/", "document.querySelector('h1')?.innerText === 'Resources' && document.querySelectorAll('tbody tr').length > 1"),
        ("to the logs", "go", "/logs", "document.querySelector('h1')?.innerText === 'Structured logs' && document.querySelectorAll('tbody tr').length >= 100"),
        ("a search of the logs", "type", "severity:>=error article", "document.querySelectorAll('tbody tr').length > 0 && [...document.querySelectorAll('tbody tr')].every(r => r.className === 'level-error')"),
        ("to the traces", "go", "/traces", "document.querySelector('h1')?.innerText === 'Traces' && document.querySelectorAll('tbody tr').length > 10"),
        ("a search of the spans", "type", "status:500 order:>50", "document.querySelectorAll('tbody tr').length > 0 && location.search.includes('500') && [...document.querySelectorAll('tbody tr')].every(r => r.innerText.includes('failed'))"),
        ("to the metrics", "go", "/metrics", "document.querySelector('h1')?.innerText === 'Metrics' && document.querySelector('polyline.series') !== null"),
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private Pages(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, _page) = (playwright, browser, page);

    public static async Task<Pages> OpenAsync(AppHost appHost)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(appHost.Login.ToString());
        await page.GetByRole(AriaRole.Heading, new() { Name = "Resources", Level = 1 }).WaitForAsync();
        return new Pages(playwright, browser, page);
    }

    public async Task UseAsync(Timings timings, TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(3));
        for (var round = 0; Stopwatch.GetElapsedTime(started) < duration; round++)
        {
            var (name, act, argument, wanted) = Steps[round % Steps.Length];
            timings.Add(name, await _page.EvaluateAsync<double>(Measure(wanted), new[] { act, argument }));
            await Task.Delay(700);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}

using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RegressionAnalyzer.Api.BrowserTests.Driving;

/// <summary>A person at a browser of their own. Everything the page does behind their back is written down.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _trouble = [];

    private Visit(IBrowserContext context, IPage page, Uri service)
    {
        (_context, Page, Service) = (context, page, service);
        page.SetDefaultTimeout(30_000);
        page.PageError += (_, error) => Note($"error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !Expected.Any(message.Text.Contains))
                Note($"{message.Type}: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != service.Authority)
                Note($"request to another host: {request.Url}");
        };
        page.Dialog += (_, dialog) =>
        {
            Note($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public Uri Service { get; }

    /// <summary>What the console may say in this test.</summary>
    public List<string> Expected { get; } = [];

    public IReadOnlyList<string> Trouble
    {
        get
        {
            lock (_trouble)
                return [.. _trouble];
        }
    }

    public static async Task<Visit> BeginAsync(Chromium chromium, Uri service, bool phone = false, bool dark = false, string path = "/")
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 860 },
            HasTouch = phone,
            IsMobile = phone,
            DeviceScaleFactor = phone ? 2 : 1,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        var visit = new Visit(context, await context.NewPageAsync(), service);
        await visit.Page.GotoAsync(new Uri(service, path).ToString());
        return visit;
    }

    public ILocator Heading(string words) => Page.GetByRole(AriaRole.Heading, new() { Name = words, Level = 1 });

    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words });

    /// <summary>Keeps a picture beside the test's program, to be looked at.</summary>
    public async Task PictureAsync(string name, bool whole = true) => await Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png"),
        FullPage = whole,
    });

    /// <summary>Nothing is cut off sideways, and axe finds nothing against the page (WCAG 2.2, A and AA). It is kept as a picture too.</summary>
    public async Task FitsAndIsAccessibleAsync(string name, bool whole = true)
    {
        await PictureAsync(name, whole);
        Assert.Equal(0, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        // for Playwright there is a package, which asks every frame, gathers what is right as well and puts it together on a page of its own: 1.5 s more each time
        await Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        Assert.Empty(await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(violation => `${violation.id}: ${violation.help} `
                + violation.nodes.map(node => `${node.html} ${node.any.map(check => check.message).join(' ')}`).join(' | '))
            """));
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.Empty(Trouble);
    }

    private void Note(string what)
    {
        lock (_trouble)
            _trouble.Add(what);
    }
}

using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RegressionAnalyzer.Api.Tests.Page;

/// <summary>A visitor's page, and what went wrong on it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _wrong = new();

    public Visit(IPage page, Uri service)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
                _wrong.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _wrong.Enqueue(error);
        page.Dialog += (_, dialog) => _wrong.Enqueue($"A script opened a dialog: {dialog.Message}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(service.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _wrong.Enqueue($"Another host was asked: {request.Url}");
        };
    }

    public IPage Page { get; }

    public Task ChooseAsync(string fileName, string content) => Page.SetInputFilesAsync("#file", new FilePayload
    {
        Name = fileName,
        MimeType = "text/csv",
        Buffer = System.Text.Encoding.UTF8.GetBytes(content),
    });

    public Task SeeAsync(string selector) => Page.WaitForSelectorAsync(selector);

    /// <summary>A picture for people to look at, where <c>SCREENSHOTS</c> names a folder.</summary>
    public async Task ShowAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(_wrong);
    }
}

using Microsoft.Playwright;
using RegressionAnalyzer.Api.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Docs;

/// <summary>The API reference: whole, from this host alone (a visit fails on any request elsewhere).</summary>
public sealed class ReferenceTests(Chromium chromium) : IDisposable
{
    private static readonly (string Name, string Address)[] Calls =
    [
        ("Upload a table", "uploads/POST/api/v1/upload"),
        ("Read a result", "results/GET/api/v1/results/{jobId}"),
        ("Analyse an upload", "analyses/POST/api/v1/analyze"),
    ];

    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Every_call_can_be_read_about(bool phone, bool dark)
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica, phone, dark, "/docs");
        await Expect(visit.Page.GetByText("Upload a table").First).ToBeAttachedAsync();
        await visit.PictureAsync($"docs-{(phone ? "phone" : "desk")}", whole: false);
        // A call's section is drawn when it is gone to.
        foreach (var (call, address) in Calls)
        {
            await visit.Page.GotoAsync(new Uri(visit.Service, $"/docs#tag/{address}").ToString());
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = call, Exact = true })).ToBeVisibleAsync();
        }

        await visit.PictureAsync($"docs-{(phone ? "phone" : "desk")}-call", whole: false);
    }
}

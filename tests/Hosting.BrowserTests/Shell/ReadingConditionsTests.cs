using RegressionAnalyzer.Hosting.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.Shell;

/// <summary>Small, dark, or read aloud.</summary>
public sealed class ReadingConditionsTests(Chromium chromium)
{
    private static readonly (string Path, string Heading)[] Pages =
    [
        ("/", "Resources"), ("/?resource=service-1", "Resources"), ("/?view=graph", "Resources"), ("/console", "Console"), ("/logs", "Structured logs"), ("/traces", "Traces"), ("/metrics", "Metrics"), ("/runs", "Runs"),
    ];

    [Fact]
    public async Task Every_page_fits_and_is_accessible_in_either_theme()
    {
        await using var appHost = await AppHostProgram.StartAsync("--Replicas=2", "--Chatter=yes", "--Ask=yes");
        foreach (var (phone, dark) in new[] { (false, false), (true, true) })
        {
            await using var visit = await appHost.OpenAsync(chromium, "/", phone, dark);
            foreach (var ((path, heading), number) in Pages.Select((page, number) => (page, number)))
            {
                await visit.Page.GotoAsync(new Uri(visit.Service, path).ToString());
                await Expect(visit.Heading(heading)).ToBeVisibleAsync();
                await visit.FitsAndIsAccessibleAsync($"{(phone ? "phone" : "desk")}-{(dark ? "dark" : "light")}-{number}-{heading}");
            }
        }
    }
}

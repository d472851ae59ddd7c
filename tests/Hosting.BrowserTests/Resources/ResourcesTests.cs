using Microsoft.Playwright;
using RegressionAnalyzer.Hosting.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.Resources;

/// <summary>What runs, as it runs, and what one can tell it to do.</summary>
public sealed class ResourcesTests(Chromium chromium)
{
    [Fact]
    public async Task Replicas_are_stopped_and_started_and_every_state_is_seen()
    {
        await using var appHost = await AppHostProgram.StartAsync("--Replicas=2");
        await using var visit = await appHost.OpenAsync(chromium);
        await Expect(Row(visit, "service-1")).ToContainTextAsync("Healthy");
        await Expect(Row(visit, "service-2")).ToContainTextAsync("Healthy");
        await Expect(Row(visit, "service-1")).ToContainTextAsync("MB");
        await visit.PictureAsync("resources");

        await visit.Button("Stop service-1").ClickAsync();
        await Expect(Row(visit, "service-1")).ToContainTextAsync("Stopped");
        await Expect(visit.Page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("Stop service-1: done after");
        await Expect(Row(visit, "service 2 replicas")).ToContainTextAsync("1 of 2 healthy");

        await visit.Button("Start service-1").ClickAsync();
        await Expect(Row(visit, "service-1")).ToContainTextAsync("Healthy");

        await visit.Button("Rolling restart service").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("Restart service: done after");
        await Expect(Row(visit, "service 2 replicas")).ToContainTextAsync("2 of 2 healthy");
    }

    [Fact]
    public async Task A_missing_parameter_is_asked_for_and_given_and_stays_a_secret()
    {
        await using var appHost = await AppHostProgram.StartAsync("--Replicas=1", "--Ask=secret");
        await using var visit = await appHost.OpenAsync(chromium);
        await Expect(Row(visit, "service")).Not.ToContainTextAsync("Running");
        await visit.PictureAsync("missing");

        await visit.Page.GetByLabel("The parameter greeting has no value").FillAsync("very-secret");
        await visit.Button("Give the value").ClickAsync();
        await Expect(Row(visit, "service")).ToContainTextAsync("Healthy");
        await Expect(visit.Button("Give the value")).ToBeHiddenAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "service", Exact = true }).ClickAsync();
        var details = visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "service" });
        await Expect(details).ToContainTextAsync("GREETING");
        Assert.DoesNotContain("very-secret", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        await details.GetByRole(AriaRole.Button, new() { Name = "Show GREETING" }).ClickAsync();
        await Expect(details).ToContainTextAsync("very-secret");
        await visit.PictureAsync("details");

        await details.GetByRole(AriaRole.Button, new() { Name = "Close the details" }).ClickAsync();
        await Expect(details).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Graph" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "service → greeting" })).ToBeVisibleAsync();
        await visit.PictureAsync("graph");
    }

    private static ILocator Row(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Row).Filter(new()
    {
        Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }),
    });
}

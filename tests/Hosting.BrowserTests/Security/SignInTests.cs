using Microsoft.Playwright;
using RegressionAnalyzer.Hosting.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.Security;

[Collection(OneAppHost.Name)]
public sealed class SignInTests(Chromium chromium, SharedAppHost shared)
{
    [Fact]
    public async Task Who_has_no_link_pastes_the_token_and_lands_where_they_wanted()
    {
        var link = shared.Program.LoginLink;
        await using var visit = await Visit.BeginAsync(chromium, shared.Program.Dashboard, path: "/console/chatter");
        visit.Expected.Add("401");
        await Expect(visit.Heading("Sign in to the dashboard")).ToBeVisibleAsync();
        await visit.PictureAsync("login");

        await visit.Page.GetByLabel("Token").FillAsync("wrong");
        await visit.Button("Sign in").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("used before");

        await visit.Page.GetByLabel("Token").FillAsync(link[(link.IndexOf("t=", StringComparison.Ordinal) + 2)..]);
        await visit.Button("Sign in").ClickAsync();
        await Expect(visit.Heading("Console")).ToBeVisibleAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(visit.Service, "/console/chatter").ToString());
        await shared.Program.OutputAsync(output => !output.TrimEnd().EndsWith(link, StringComparison.Ordinal));
    }
}

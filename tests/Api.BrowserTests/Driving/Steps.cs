using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Driving;

/// <summary>What a person does on the page.</summary>
public static class Steps
{
    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name);

    /// <summary>Drops a file as the browser would: with its data in a transfer.</summary>
    public static async Task DropAsync(this Visit visit, string name, string content)
    {
        var transfer = await visit.Page.EvaluateHandleAsync(
            "([name, content]) => { const t = new DataTransfer(); t.items.add(new File([content], name)); return t; }", new[] { name, content });
        await visit.Page.DispatchEventAsync(".drop", "dragenter", new { dataTransfer = transfer });
        await visit.Page.DispatchEventAsync(".drop", "drop", new { dataTransfer = transfer });
    }

    public static Task ChooseAsync(this Visit visit, string path) => visit.Page.SetInputFilesAsync("#file", path);

    public static Task ChooseAsync(this Visit visit, string name, string content) =>
        visit.Page.SetInputFilesAsync("#file", new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });

    public static async Task AnalyseAsync(this Visit visit, string target)
    {
        await visit.Page.GetByLabel("The number to explain").SelectOptionAsync(new SelectOptionValue { Value = target });
        await visit.Button("Analyse").ClickAsync();
        await Expect(visit.Heading($"What explains {target}")).ToBeVisibleAsync();
    }

    /// <summary>From the start page to the result for the sample of house prices.</summary>
    public static async Task AnalyseHousesAsync(this Visit visit)
    {
        await visit.ChooseAsync(Sample("house_prices.csv"));
        await visit.AnalyseAsync("price");
    }
}

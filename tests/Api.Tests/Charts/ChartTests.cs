using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Charts;

public sealed class ChartTests(AnalyzedTable analyzed) : IClassFixture<AnalyzedTable>
{
    [Fact]
    public async Task Charts_are_listed_and_come_as_PNG_and_SVG_to_be_kept_for_ever()
    {
        using var answer = await analyzed.Replica.Http.AskAsync($"/charts/{analyzed.Result["job_id"]}");
        var charts = (await answer.JsonAsync())["charts"]!.AsArray();

        Assert.NotEmpty(charts);
        foreach (var chart in charts)
        {
            using var png = await analyzed.Replica.Http.GetAsync((string)chart!["png"]!, TestContext.Current.CancellationToken);
            Assert.Equal("image/png", png.Content.Headers.ContentType?.MediaType);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await png.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
            using var svg = await analyzed.Replica.Http.GetAsync((string)chart["svg"]!, TestContext.Current.CancellationToken);
            Assert.Equal("image/svg+xml", svg.Content.Headers.ContentType?.MediaType);
            Assert.Contains("<svg", await svg.TextAsync(), StringComparison.Ordinal);
            Assert.Contains("immutable", svg.Headers.CacheControl?.ToString(), StringComparison.Ordinal);

            using var again = new HttpRequestMessage(HttpMethod.Get, (string)chart["svg"]!);
            again.Headers.IfNoneMatch.Add(svg.Headers.ETag!);
            using var same = await analyzed.Replica.Http.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        }
    }

    [Theory]
    [InlineData("image/svg+xml", "image/svg+xml")]
    [InlineData("image/png;q=0.5, image/svg+xml", "image/svg+xml")]
    [InlineData("image/*", "image/png")]
    [InlineData("*/*", "image/png")]
    public async Task A_chart_without_an_ending_comes_as_the_client_likes_it(string accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Calls.Api}/charts/{analyzed.Result["job_id"]}/{analyzed.Result["charts"]![0]!["name"]}");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var answer = await analyzed.Replica.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_chart_for_a_dark_page_is_another_one_and_other_themes_are_refused_naming_those_there_are()
    {
        var address = (string)analyzed.Result["charts"]![0]!["svg"]!;

        using var light = await analyzed.Replica.Http.GetAsync(address + "?theme=light", TestContext.Current.CancellationToken);
        using var dark = await analyzed.Replica.Http.GetAsync(address + "?theme=dark", TestContext.Current.CancellationToken);
        using var sepia = await analyzed.Replica.Http.GetAsync(address + "?theme=sepia", TestContext.Current.CancellationToken);

        Assert.Contains("<svg", await dark.TextAsync(), StringComparison.Ordinal);
        Assert.NotEqual(await light.TextAsync(), await dark.TextAsync());
        Assert.NotEqual(light.Headers.ETag, dark.Headers.ETag);
        Assert.Contains("light, dark", await sepia.ProblemDetailAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.png")]
    [InlineData("result.json")]
    [InlineData("..%2fresult.json")]
    public async Task An_unknown_chart_is_not_found_naming_those_there_are(string name)
    {
        using var answer = await analyzed.Replica.Http.AskAsync($"/charts/{analyzed.Result["job_id"]}/{name}");

        Assert.Contains((string)analyzed.Result["charts"]![0]!["name"]!, await answer.ProblemDetailAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
    }
}

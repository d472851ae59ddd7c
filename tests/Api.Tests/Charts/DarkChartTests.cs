using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Charts;

/// <summary>Charts for a dark page are drawn when somebody asks, by whichever replica, and kept for the next.</summary>
public sealed class DarkChartTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _one, _other;

    public DarkChartTests() => (_one, _other) = (new(_volumes), new(_volumes, ("Jobs:MaxParallel", "1")));

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
        _volumes.Dispose();
    }

    private IEnumerable<string> Dark => _volumes.Files.Where(static file => file.Contains(".dark.", StringComparison.Ordinal));

    [Fact]
    public async Task It_is_drawn_once_and_the_same_from_then_on()
    {
        var (_, charts) = await AnalysedAsync();
        Assert.Empty(Dark);

        var drawn = await PictureAsync(_one, charts[0]);
        Assert.Single(Dark);
        var kept = await PictureAsync(_other, charts[0]);

        Assert.Equal(drawn, kept);
        Assert.Single(Dark);
    }

    [Fact]
    public async Task Whoever_asks_at_once_of_whichever_replica_sees_whole_charts()
    {
        var (job, charts) = await AnalysedAsync();

        var asked = await Task.WhenAll(Enumerable.Repeat(charts, 3).SelectMany(static each => each)
            .SelectMany(chart => new[] { _one, _other }.Select(async replica => (Chart: chart, Picture: await PictureAsync(replica, chart)))));

        Assert.All(asked.GroupBy(static each => each.Chart), static same => Assert.Single(same.Select(static each => Convert.ToHexString(each.Picture)).Distinct()));
        Assert.Equal(charts.Count, Dark.Count());
        Assert.DoesNotContain(_volumes.Files, static file => file.Contains("tmp-", StringComparison.Ordinal));
        await DeletedAsync(job);
        Assert.DoesNotContain(_volumes.Files, file => file.Contains(job, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_result_that_is_deleted_while_its_charts_are_drawn_leaves_nothing()
    {
        var (job, charts) = await AnalysedAsync();

        var drawing = charts.SelectMany(chart => new[] { _one, _other }.Select(async replica =>
        {
            using var answer = await replica.Http.GetAsync($"{chart}?theme=dark", TestContext.Current.CancellationToken);
            return answer.StatusCode;
        })).ToList();
        await Task.WhenAny(drawing);
        await DeletedAsync(job);

        Assert.All(await Task.WhenAll(drawing), static status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{status}"));
        Assert.DoesNotContain(_volumes.Files, static file => file.StartsWith("output", StringComparison.Ordinal));
    }

    private async Task<(string Job, List<string> Charts)> AnalysedAsync()
    {
        var upload = await _one.Http.UploadedAsync("longley.csv", Tables.Sample("longley.csv"));
        var result = await _one.Http.ResultAsync(await _one.Http.AnalyzingAsync(new { upload_id = upload, target = "TOTEMP" }));
        return ((string)result["job_id"]!, [.. result["charts"]!.AsArray().Select(static chart => (string)chart!["png"]!)]);
    }

    private static async Task<byte[]> PictureAsync(Replica replica, string chart)
    {
        using var answer = await replica.Http.GetAsync($"{chart}?theme=dark", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private async Task DeletedAsync(string job)
    {
        using var answer = await _other.Http.DeleteAsync($"{Calls.Api}/results/{job}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}

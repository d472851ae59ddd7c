using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Storage;

/// <summary>The volumes fail under a running replica, and come back.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task Below_the_reserve_nothing_new_is_taken()
    {
        using var replica = new Replica(_volumes, ("Storage:MinFreeBytes", $"{long.MaxValue}"));

        using var answer = await replica.Http.UploadAsync("houses.csv", Tables.Small);

        Assert.Contains("bytes) free", await answer.ProblemDetailAsync(HttpStatusCode.InsufficientStorage), StringComparison.Ordinal);
        Assert.Empty(_volumes.Files);
    }

    [Fact]
    public async Task A_full_data_disk_is_told_loses_nothing_and_recovers()
    {
        using var disk = new SmallDisk(_volumes.Data, megabytes: 2);
        using var replica = new Replica(_volumes, ("Storage:MinFreeBytes", "0"));
        var kept = await replica.Http.UploadedAsync("houses.csv", Tables.Small);
        var before = _volumes.Files;

        // Its length is not told, so that the disk fills while it streams in.
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[4_000_000]), "file", "large.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Calls.Api}/upload") { Content = form };
        request.Headers.TransferEncodingChunked = true;
        using (var full = await replica.Http.SendAsync(request, TestContext.Current.CancellationToken))
            Assert.Contains("full", await full.ProblemDetailAsync(HttpStatusCode.InsufficientStorage), StringComparison.Ordinal);

        Assert.Equal(before, _volumes.Files);
        var job = await replica.Http.AnalyzingAsync(new { upload_id = kept });
        Assert.Equal("completed", (string?)(await replica.Http.ResultAsync(job))["status"]);
    }

    [Fact]
    public async Task A_job_waits_for_a_full_output_disk_and_completes_when_there_is_room()
    {
        using var disk = new SmallDisk(_volumes.Output, megabytes: 16);
        using var replica = new Replica(_volumes, ("Storage:MinFreeBytes", "0"));
        var filling = Path.Combine(_volumes.Output, "filling");
        Fill(filling);

        var upload = await replica.Http.UploadedAsync("houses.csv", Tables.Small);
        var job = await replica.Http.AnalyzingAsync(new { upload_id = upload });
        using (var waiting = await replica.Http.AskAsync($"/results/{job}?wait=2s"))
            Assert.Equal("processing", (string?)(await waiting.JsonAsync())["status"]);
        File.Delete(filling);

        Assert.Equal("completed", (string?)(await replica.Http.ResultAsync(job))["status"]);
    }

    [Fact]
    public async Task A_read_only_volume_is_told_and_recovers()
    {
        using var disk = new SmallDisk(_volumes.Data, megabytes: 8);
        using var replica = new Replica(_volumes, ("Storage:MinFreeBytes", "0"));
        var upload = await replica.Http.UploadedAsync("houses.csv", Tables.Small);

        disk.MakeReadOnly();
        using (var refused = await replica.Http.UploadAsync("houses.csv", Tables.Small))
            await refused.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        using (var read = await replica.Http.AskAsync($"/uploads/{upload}"))
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Contains("EROFS", await DataStatusAsync(replica, static status => status != "ok"), StringComparison.Ordinal);

        disk.MakeWritable();
        await replica.Http.UploadedAsync("houses.csv", Tables.Small);
        Assert.Equal("ok", await DataStatusAsync(replica, static status => status == "ok"));
    }

    [Fact]
    public async Task A_volume_that_is_gone_is_told_as_that_and_not_as_a_missing_upload()
    {
        using var replica = new Replica(_volumes);
        var upload = await replica.Http.UploadedAsync("houses.csv", Tables.Small);
        var aside = _volumes.Data + "-aside";

        Directory.Move(_volumes.Data, aside);
        using (var read = await replica.Http.AskAsync($"/uploads/{upload}"))
            await read.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        using (var job = await replica.Http.AskAsync("/results/0123456789abcdef0123456789abcdef"))
            await job.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        using (var refused = await replica.Http.UploadAsync("houses.csv", Tables.Small))
            await refused.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Contains("ENOENT", await DataStatusAsync(replica, static status => status != "ok"), StringComparison.Ordinal);
        using (var live = await replica.Http.AskAsync("/health?probe=live"))
            Assert.Equal((HttpStatusCode.OK, "degraded"), (live.StatusCode, (string?)(await live.JsonAsync())["status"]));

        Directory.Move(aside, _volumes.Data);
        Assert.Equal("ok", await DataStatusAsync(replica, static status => status == "ok"));
        using var again = await replica.Http.AskAsync($"/uploads/{upload}");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
                file.Flush();
            }
        }
        catch (IOException)
        {
        }
    }

    private static async Task<string> DataStatusAsync(Replica replica, Func<string, bool> awaited)
    {
        while (true)
        {
            using var answer = await replica.Http.AskAsync("/health");
            var status = (string)(await answer.JsonAsync())["storage"]!["data"]!["status"]!;
            if (awaited(status))
                return status;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}

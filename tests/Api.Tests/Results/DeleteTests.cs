using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Results;

public sealed class DeleteTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public DeleteTests() => _replica = new(_volumes, ("Jobs:MaxParallel", "1"), ("Jobs:LeaseSeconds", "1"));

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Fact]
    public async Task A_deleted_upload_and_its_result_leave_nothing()
    {
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);
        var job = await _replica.Http.AnalyzingAsync(new { upload_id = upload });
        await _replica.Http.ResultAsync(job);

        await DeletedAsync($"/results/{job}");
        await DeletedAsync($"/uploads/{upload}");

        Assert.Empty(_volumes.Files);
        foreach (var path in new[] { $"/results/{job}", $"/charts/{job}", $"/uploads/{upload}" })
        {
            using var answer = await _replica.Http.AskAsync(path);
            await answer.ProblemAsync(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_deleted()
    {
        foreach (var path in new[] { "/results/x", "/uploads/0123456789abcdef0123456789abcdef" })
        {
            using var answer = await _replica.Http.DeleteAsync(Calls.Api + path, TestContext.Current.CancellationToken);
            await answer.ProblemAsync(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Deleting_a_result_cancels_its_job_which_publishes_nothing()
    {
        var upload = await _replica.Http.UploadedAsync("numbers.csv", Tables.Numbers(10_000));
        var jobs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _replica.Http.AnalyzingAsync(new { upload_id = upload, target = "y" })));

        await Task.WhenAll(jobs.Select(job => DeletedAsync($"/results/{job}")));
        await DeletedAsync($"/uploads/{upload}");

        while (_volumes.Files.Count > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_job_whose_upload_is_deleted_fails_and_says_so()
    {
        var large = await _replica.Http.UploadedAsync("numbers.csv", Tables.Numbers(10_000));
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);
        await _replica.Http.AnalyzingAsync(new { upload_id = large, target = "y" }); // keeps the only worker busy
        var job = await _replica.Http.AnalyzingAsync(new { upload_id = upload });

        await DeletedAsync($"/uploads/{upload}");

        var result = await _replica.Http.ResultAsync(job);
        Assert.Equal(("failed", "The upload was deleted before it was analysed."), ((string?)result["status"], (string?)result["error"]));
    }

    private async Task DeletedAsync(string path)
    {
        using var answer = await _replica.Http.DeleteAsync(Calls.Api + path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}

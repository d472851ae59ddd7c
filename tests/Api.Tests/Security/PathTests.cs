using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Security;

/// <summary>No id and no name leads out of the folder it is meant for, or to a file in it that is not for the reader.</summary>
public sealed class PathTests : IDisposable
{
    private const string Secret = "secret-of-another";

    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public PathTests()
    {
        _replica = new(_volumes);
        foreach (var folder in new[] { _volumes.Root, _volumes.Data, _volumes.Output })
        {
            File.WriteAllText(Path.Combine(folder, "secret"), Secret);
            File.WriteAllText(Path.Combine(folder, "secret.json"), Secret);
            File.WriteAllText(Path.Combine(folder, "secret.png"), Secret);
        }
    }

    public static TheoryData<string> Ways =>
    [
        "../secret", "..%2fsecret", "%2e%2e%2fsecret", "..%5csecret", "..%252fsecret", "....//secret", "%2fetc%2fpasswd", "secret", "secret%00", "%00",
        "secret.json", "..", "%c0%ae%c0%ae%2fsecret", "0123456789abcdef0123456789abcde%2f", "0123456789ABCDEF0123456789ABCDEF", new string('a', 5000),
    ];

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_id(string way)
    {
        foreach (var path in new[] { $"/uploads/{way}", $"/results/{way}", $"/charts/{way}", $"/charts/{way}/secret.png" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
                await RefusedAsync(method, path);
        }

        using var analyze = await _replica.Http.AnalyzeAsync(new { upload_id = Uri.UnescapeDataString(way) });
        Assert.Equal(HttpStatusCode.NotFound, analyze.StatusCode);
        Untouched();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    [InlineData("result.json")]
    [InlineData("charts.json")]
    [InlineData("actual_vs_predicted.png%2f..%2fresult.json")]
    [InlineData("..%2factual_vs_predicted.png")]
    [InlineData("actual_vs_predicted.json")]
    public async Task A_name_of_a_chart(string way)
    {
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);
        var job = await _replica.Http.AnalyzingAsync(new { upload_id = upload, target = "price" });
        await _replica.Http.ResultAsync(job);
        File.WriteAllText(Path.Combine(_volumes.Output, "results", job, "secret.png"), Secret);

        await RefusedAsync(HttpMethod.Get, $"/charts/{job}/{way}");
        Untouched();
    }

    private async Task RefusedAsync(HttpMethod method, string path)
    {
        // As it stands: a client's own tidying of dots would hide what is tried.
        using var request = new HttpRequestMessage(method, new Uri($"{_replica.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}{Calls.Api}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        using var answer = await _replica.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.DoesNotContain(Secret, await answer.TextAsync(), StringComparison.Ordinal);
    }

    private void Untouched() => Assert.Equal(9, new DirectoryInfo(_volumes.Root).EnumerateFiles("secret*", SearchOption.AllDirectories)
        .Count(file => !file.FullName.Contains("/results/", StringComparison.Ordinal) && File.ReadAllText(file.FullName) == Secret));
}

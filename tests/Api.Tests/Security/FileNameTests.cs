using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Security;

/// <summary>A file's name is shown and nothing else: it never becomes a header, a path, or a line of a log.</summary>
public sealed class FileNameTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Theory]
    [InlineData("filename*=UTF-8''a%0d%0aSet-Cookie:%20stolen=1%0d%0a.csv")]
    [InlineData("filename*=UTF-8''a%0aX-Injected:%201.csv")]
    [InlineData("filename*=UTF-8''a%00.csv")]
    [InlineData("filename*=UTF-8''%1b%5b2Ja.csv")]
    [InlineData("filename*=UTF-8''..%2f..%2fa.csv")]
    [InlineData("filename*=UTF-8''..%5ca.csv")]
    public async Task A_name_with_what_no_name_holds_is_refused(string disposition)
    {
        using var replica = new Replica(_volumes);

        using var answer = await UploadAsync(replica, disposition);

        await answer.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.False(answer.Headers.Contains("Set-Cookie") || answer.Headers.Contains("X-Injected"));
        Assert.Empty(_volumes.Files);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused()
    {
        using var replica = new Replica(_volumes);

        using var answer = await replica.Http.UploadAsync(new string('n', 300) + ".csv", Tables.Small);

        Assert.Contains("255", await answer.ProblemDetailAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_reads_like_a_header_or_markup_comes_back_as_text_in_JSON_and_in_no_header()
    {
        const string Name = "a\"; filename=b.csv; Set-Cookie: c=1 <script>alert(1)</script>";
        using var replica = new Replica(_volumes);
        using var answer = await UploadAsync(replica, $"filename*=UTF-8''{Uri.EscapeDataString(Name.Replace("/", "", StringComparison.Ordinal))}.csv");
        var upload = await answer.JsonAsync();
        var job = await replica.Http.AnalyzingAsync(new { upload_id = (string?)upload["upload_id"], target = "price" });
        var charts = (await replica.Http.ResultAsync(job))["charts"]!.AsArray();

        Assert.StartsWith("a\"; filename=b.csv; Set-Cookie", (string?)upload["filename"], StringComparison.Ordinal);
        foreach (var path in charts.SelectMany(static chart => new[] { (string)chart!["png"]!, (string)chart["svg"]! }).Append($"{Calls.Api}/results/{job}"))
        {
            using var read = await replica.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("filename=b", string.Join('\n', read.Headers.Concat(read.Content.Headers).Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}")), StringComparison.Ordinal);
            Assert.NotEqual("text/html", read.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Names_and_values_make_no_line_of_the_log()
    {
        using var service = ServiceProcess.Serve(_volumes, ("LOG_LEVEL", "trace"));
        using var http = await service.ListeningAsync();
        var table = Tables.Small.Replace("district", "\"dis\n12:00:00 crit Forged: line\ntrict\"", StringComparison.Ordinal);
        var upload = await http.UploadedAsync("houses.csv", table);
        await http.ResultAsync(await http.AnalyzingAsync(new { upload_id = upload, target = "price" }));
        using (await http.AnalyzeAsync(new { upload_id = "x\n12:00:00 crit Forged: line" }))
        using (await http.AskAsync("/results/x%0a12:00:00%20crit%20Forged:%20line"))
            Assert.DoesNotContain(service.Output.Split('\n'), static line => line.StartsWith("12:00:00 crit", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> UploadAsync(Replica replica, string disposition)
    {
        var body = $"--b\r\nContent-Disposition: form-data; name=\"file\"; {disposition}\r\n\r\n{Tables.Small}\r\n--b--\r\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return await replica.Http.PostAsync($"{Calls.Api}/upload", content, TestContext.Current.CancellationToken);
    }
}

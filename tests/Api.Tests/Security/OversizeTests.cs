using System.IO.Compression;
using System.Net;
using System.Text;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Security;

/// <summary>Whatever is too much is refused with what is allowed, in bounded memory and time, and the service goes on.</summary>
public sealed class OversizeTests : IDisposable
{
    private const int MB = 1024 * 1024;

    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public OversizeTests() => _replica = new(_volumes);

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Fact]
    public async Task A_body_of_2_MB_where_a_small_one_belongs()
    {
        using var answer = await _replica.Http.AnalyzeRawAsync($$"""{"upload_id":"{{new string('x', 2 * MB)}}"}""");

        Assert.Contains("1 MiB", await answer.ProblemDetailAsync(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_nested_ten_thousand_deep()
    {
        using var answer = await _replica.Http.AnalyzeRawAsync($$"""{"upload_id":{{new string('[', 10_000)}}""");

        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Features_without_end_and_a_context_that_is_a_book()
    {
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);
        using (var features = await _replica.Http.AnalyzeAsync(new { upload_id = upload, target = "price", features = Enumerable.Repeat("area", 50_000) }))
            await features.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        using var context = await _replica.Http.AnalyzeAsync(new { upload_id = upload, target = "price", context = new string('x', 100_000) });
        Assert.Contains("4000", await context.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_and_an_address_that_are_too_long()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Calls.Api}/health");
        request.Headers.Add("X-Long", new string('x', 100_000));
        using (var headers = await _replica.Http.SendAsync(request, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, headers.StatusCode);
        using var address = await _replica.Http.AskAsync($"/results/{new string('a', 50_000)}");
        Assert.Equal(HttpStatusCode.RequestUriTooLong, address.StatusCode);
        await StillThereAsync();
    }

    [Fact]
    public async Task A_form_of_a_thousand_parts_and_a_part_with_endless_headers()
    {
        using var form = new MultipartFormDataContent();
        for (var part = 0; part < 1000; part++)
            form.Add(new StringContent("x"), $"p{part}");
        using (var parts = await _replica.Http.PostAsync($"{Calls.Api}/upload", form, TestContext.Current.CancellationToken))
            await parts.ProblemAsync(HttpStatusCode.BadRequest);
        using var content = new StringContent($"--b\r\nX-Long: {new string('x', MB)}\r\n\r\na\r\n--b--\r\n");
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        using var headers = await _replica.Http.PostAsync($"{Calls.Api}/upload", content, TestContext.Current.CancellationToken);
        await headers.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task One_value_of_many_megabytes()
    {
        using var answer = await _replica.Http.UploadAsync("long.csv", $"a,b\n1,\"{new string('x', 20 * MB)}\"\n2,3\n");

        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Created);
        await StillThereAsync();
    }

    [Fact]
    public async Task A_packed_table_that_unpacks_to_without_end()
    {
        // 20 members of 16 MB of the same row (RFC 1952 allows members one after the other): 320 MB in 0.4 MB.
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"1,{new string('x', 1000)}\n", 16 * MB / 1003))));
        using var bomb = new MemoryStream();
        for (var copy = 0; copy < 20; copy++)
            bomb.Write(member.GetBuffer(), 0, (int)member.Length);
        bomb.Position = 0;

        using var answer = await _replica.Http.UploadAsync("bomb.csv.gz", new StreamContent(bomb));

        Assert.Contains("unpacks to more", await answer.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        Assert.Empty(_volumes.Files);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_without_end()
    {
        using var book = new MemoryStream();
        using (var zip = new ZipArchive(book, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>", 1);
            Add(zip, "xl/sharedStrings.xml", new string(' ', MB), 600);
            Add(zip, "xl/worksheets/sheet1.xml", new string(' ', MB), 10);
        }

        book.Position = 0;
        using var answer = await _replica.Http.UploadAsync("bomb.xlsx", new StreamContent(book));

        await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Empty(_volumes.Files);
    }

    private static void Add(ZipArchive zip, string name, string text, int times)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var time = 0; time < times; time++)
            entry.Write(bytes);
    }

    private async Task StillThereAsync()
    {
        using var health = await _replica.Http.AskAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }
}

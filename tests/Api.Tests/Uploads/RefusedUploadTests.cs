using System.Net;
using System.Net.Sockets;
using System.Text;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Uploads;

/// <summary>Each is answered with what is wrong and where, and leaves nothing on the volumes.</summary>
public sealed class RefusedUploadTests : IDisposable
{
    private const int Limit = 50 * 1024 * 1024;

    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public RefusedUploadTests() => _replica = new(_volumes);

    public void Dispose()
    {
        Assert.Empty(_volumes.Files);
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_no_table()
    {
        var picture = new byte[5000];
        new Random(7).NextBytes(picture);

        using var answer = await _replica.Http.UploadAsync("holiday.csv", new ByteArrayContent(picture));

        await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_empty_file()
    {
        using var answer = await _replica.Http.UploadAsync("empty.csv", "");

        Assert.Contains("empty", await answer.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_header_only()
    {
        using var answer = await _replica.Http.UploadAsync("header.csv", "a,b,c\n");

        Assert.Contains("no rows", await answer.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("../../etc/cron.d/x.csv")]
    [InlineData("/etc/passwd.csv")]
    [InlineData(@"C:\temp\x.csv")]
    public async Task A_path_in_the_file_name(string name)
    {
        using var answer = await _replica.Http.UploadAsync(name, Tables.Small);

        var detail = await answer.ProblemDetailAsync(HttpStatusCode.BadRequest);
        Assert.Contains(name, detail, StringComparison.Ordinal);
        Assert.Contains("path", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_yes_nor_no_to_leaving_rows_out()
    {
        using var form = new MultipartFormDataContent { { new StringContent(Tables.Small), "file", "houses.csv" } };
        using var answer = await _replica.Http.PostAsync($"{Calls.Api}/upload?skip_bad_rows=maybe", form, TestContext.Current.CancellationToken);

        Assert.Equal("'skip_bad_rows' is 'maybe'. Allowed are: true, false.", await answer.ProblemDetailAsync(HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("600", "larger than 600 bytes, ")]
    [InlineData("2048", "larger than 2 KiB (2048 bytes), ")]
    [InlineData("1572864", "larger than 1.5 MiB (1572864 bytes), ")]
    public async Task A_file_larger_than_the_limit_that_is_set(string limit, string told)
    {
        using var replica = new Replica(_volumes, ("Uploads:MaxBytes", limit));

        using var answer = await replica.Http.UploadAsync("large.csv", new ByteArrayContent(new byte[2_000_000]));

        Assert.Contains(told, await answer.ProblemDetailAsync(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_51_MB_of_known_length()
    {
        using var answer = await _replica.Http.UploadAsync("large.csv", new ByteArrayContent(new byte[51 * 1024 * 1024]));

        var problem = await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("50 MiB", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(Limit, (long)problem["max_bytes"]!);
    }

    [Fact]
    public async Task A_file_of_51_MB_of_unknown_length()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[51 * 1024 * 1024]), "file", "large.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Calls.Api}/upload") { Content = form };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await _replica.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("50 MiB", await answer.ProblemDetailAsync(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SocketShutdown.Send)]
    [InlineData(SocketShutdown.Both)]
    public async Task An_upload_cut_in_the_middle(SocketShutdown cut)
    {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.csv\"\r\n\r\n" + Tables.Small;
        using var socket = await ConnectAsync();
        await SendAsync(socket, $"POST {Calls.Api}/upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {body.Length + 1000}\r\n\r\n{body}");
        await WaitForAsync(() => _volumes.Files.Count == 1);
        Assert.StartsWith("data/uploads/tmp-", _volumes.Files[0], StringComparison.Ordinal);

        socket.Shutdown(cut);

        await WaitForAsync(() => _volumes.Files.Count == 0);
    }

    [Fact]
    public async Task A_body_that_ends_without_its_closing_boundary()
    {
        const string Body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.csv\"\r\n\r\na,b\n1,2\n3,4\n";
        using var content = new StringContent(Body);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };

        using var answer = await _replica.Http.PostAsync($"{Calls.Api}/upload", content, TestContext.Current.CancellationToken);

        Assert.Contains("cut", await answer.ProblemDetailAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_form()
    {
        using var answer = await _replica.Http.PostAsync($"{Calls.Api}/upload", new StringContent(Tables.Small), TestContext.Current.CancellationToken);

        Assert.Contains("multipart/form-data", await answer.ProblemDetailAsync(HttpStatusCode.UnsupportedMediaType), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file()
    {
        using var form = new MultipartFormDataContent { { new StringContent("1"), "table" } };

        using var answer = await _replica.Http.PostAsync($"{Calls.Api}/upload", form, TestContext.Current.CancellationToken);

        var detail = await answer.ProblemDetailAsync(HttpStatusCode.BadRequest);
        Assert.Contains("'file'", detail, StringComparison.Ordinal);
        Assert.Contains("table", detail, StringComparison.Ordinal);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", _replica.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    private static async Task WaitForAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }
}

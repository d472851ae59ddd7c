using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;
using Google.Protobuf;
using Grpc.Core;

namespace Aspire.Hosting.Dashboard.Tests.Otlp;

/// <summary>Raw requests over HTTP, good ones and bad ones.</summary>
public sealed class HttpTests : IAsyncLifetime
{
    private const string Binary = "application/x-protobuf";
    private const string Json = "application/json";

    private Receiver _receiver = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync(otlp: new OtlpLimits { MaxRequestBytes = 100_000, MaxAttributes = 4, MaxTextLength = 10 });
        _client = _receiver.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task ASpanComesInBinaryAndInJsonAndPackedByGzip()
    {
        var request = Payloads.Trace(Payloads.Span(1));
        Assert.Equal(0, (await AnswerAsync(request.ToByteArray())).CalculateSize());

        using var packed = new ByteArrayContent(Packed(Payloads.Trace(Payloads.Span(2)).ToByteArray()));
        packed.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(packed, Binary)).StatusCode);

        var json = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"spans":[{
              "traceId":"5b8efff798038103d269b633813fc60c","spanId":"EEE19B7EC3C1B174","parentSpanId":"eee19b7ec3c1b173","name":"I'm JSON","kind":2,
              "startTimeUnixNano":"1544712660000000000","endTimeUnixNano":1544712661000000000,"aFieldOfTheFuture":1,
              "attributes":[{"key":"n","value":{"intValue":"7"}}]}]}]}]}
            """;
        using var content = new StringContent(json);
        var answer = await PostAsync(content, Json);
        Assert.Equal((HttpStatusCode.OK, Json, "{ }"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        var spans = _receiver.Store.Traces.Snapshot().All().ToList();
        Assert.Equal(3, spans.Count);
        Assert.Equal(("5b8efff798038103d269b633813fc60c", "eee19b7ec3c1b174", "eee19b7ec3c1b173"), (spans[2].TraceId.ToString(), spans[2].SpanId.ToString(), spans[2].ParentSpanId.ToString()));
        Assert.Equal((SpanKind.Server, 1.0, "7"), (spans[2].Kind, spans[2].Duration.TotalSeconds, spans[2].Attributes.GetText("n")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task WithoutTheKeyNothingIsTaken(string? key)
    {
        using var client = _receiver.CreateClient(hasKey: false);
        if (key is not null)
            client.DefaultRequestHeaders.Add(OtlpKey.Header, key);

        foreach (var path in new[] { "/v1/traces", "/v1/logs", "/v1/metrics", "/anything" })
        {
            using var content = Content(Payloads.Trace(Payloads.Span(1)).ToByteArray(), Binary);
            var answer = await client.PostAsync(path, content, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Unauthorized, StatusCode.Unauthenticated), (answer.StatusCode, await CodeAsync(answer)));
        }

        Assert.Equal(0, _receiver.Store.Traces.Count().Received);
    }

    [Fact]
    public async Task WhatIsNotOtlpIsRefusedAsTheProtocolSays()
    {
        await RefusesAsync(Content([0xff, 0xff, 0xff, 0xff], Binary), HttpStatusCode.BadRequest, StatusCode.InvalidArgument);
        await RefusesAsync(Content(Payloads.Trace(Payloads.Span(1)).ToByteArray()[..^3], Binary), HttpStatusCode.BadRequest, StatusCode.InvalidArgument);
        await RefusesAsync(Content(Payloads.DeeplyNested(500), Binary), HttpStatusCode.BadRequest, StatusCode.InvalidArgument);
        foreach (var json in new[] { "", "{", "[]", "null", "\"text\"", """{"resourceSpans":7}""", """{"resourceSpans":[{"scopeSpans":[{"spans":[{"startTimeUnixNano":"soon"}]}]}]}""", new string('[', 10_000) })
            await RefusesAsync(Content(Encoding.UTF8.GetBytes(json), Json), HttpStatusCode.BadRequest, StatusCode.InvalidArgument);
        await RefusesAsync(Content("hello"u8.ToArray(), "text/plain"), HttpStatusCode.UnsupportedMediaType, StatusCode.InvalidArgument);
        await RefusesAsync(Content("hello"u8.ToArray(), Binary, "gzip"), HttpStatusCode.BadRequest, StatusCode.InvalidArgument);
        await RefusesAsync(Content("hello"u8.ToArray(), Binary, "br"), HttpStatusCode.UnsupportedMediaType, StatusCode.InvalidArgument);
        Assert.Equal(0, _receiver.Store.Traces.Count().Received);

        // And it goes on answering.
        Assert.Equal(0, (await AnswerAsync(Payloads.Trace(Payloads.Span(1)).ToByteArray())).CalculateSize());
    }

    [Fact]
    public async Task WhatIsTooLargeIsRefusedAlsoWhenItIsOnlyLargeUnpacked()
    {
        var large = Payloads.Trace([.. Enumerable.Range(1, 5000).Select(i => Payloads.Span((ulong)i))]).ToByteArray();

        await RefusesAsync(Content(large, Binary), HttpStatusCode.RequestEntityTooLarge, StatusCode.ResourceExhausted);
        await RefusesAsync(Content(Packed(new byte[50_000_000]), Binary, "gzip"), HttpStatusCode.RequestEntityTooLarge, StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task SpansWithoutIdsAreRefusedAndTheOthersTaken()
    {
        var noTrace = Payloads.Span(2);
        noTrace.TraceId = ByteString.CopyFrom(1, 2, 3);
        var noSpan = Payloads.Span(3);
        noSpan.SpanId = ByteString.CopyFrom(new byte[8]);

        var answer = await AnswerAsync(Payloads.Trace(Payloads.Span(1), noTrace, noSpan).ToByteArray());

        Assert.Equal(2, answer.PartialSuccess.RejectedSpans);
        Assert.Contains("trace_id", answer.PartialSuccess.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(1, _receiver.Store.Traces.Count().Received);
    }

    [Fact]
    public async Task WhatIsTooMuchOfARecordIsCut()
    {
        var span = Payloads.Span(1);
        span.Name = new string('x', 9) + "😀";
        span.EndTimeUnixNano = 1;
        span.Kind = 99;
        span.Attributes.Clear();
        span.Attributes.Add(Enumerable.Range(0, 100).Select(i => Payloads.Attribute($"k{i / 2}", new string('v', 100))));

        await AnswerAsync(Payloads.Trace(span).ToByteArray());

        var read = _receiver.Store.Traces.Snapshot().All().Single();
        Assert.Equal("xxxxxxxxx…", read.Name);
        Assert.Equal(["k0", "k1", "k2", "k3"], read.Attributes.Select(a => a.Key));
        Assert.Equal("vvvvvvvvvv…", read.Attributes[0].Value.ToString());
        Assert.Equal(96u, read.DroppedAttributes);
        Assert.Equal((TimeSpan.Zero, SpanKind.Unspecified), (read.Duration, read.Kind));
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static ByteArrayContent Content(byte[] body, string type, string? encoding = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        return content;
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, string type)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await _client.PostAsync("/v1/traces", content, TestContext.Current.CancellationToken);
    }

    private async Task<ExportTraceServiceResponse> AnswerAsync(byte[] body)
    {
        using var content = Content(body, Binary);
        var answer = await PostAsync(content, Binary);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ExportTraceServiceResponse.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task RefusesAsync(HttpContent content, HttpStatusCode status, StatusCode code)
    {
        using (content)
        {
            var answer = await _client.PostAsync("/v1/traces", content, TestContext.Current.CancellationToken);
            Assert.Equal((status, code), (answer.StatusCode, await CodeAsync(answer)));
            Assert.Equal(content.Headers.ContentType!.MediaType == Json ? Json : Binary, answer.Content.Headers.ContentType!.MediaType);
        }
    }

    private static async Task<StatusCode> CodeAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var status = answer.Content.Headers.ContentType!.MediaType == Json
            ? JsonParser.Default.Parse<RpcStatus>(Encoding.UTF8.GetString(body))
            : RpcStatus.Parser.ParseFrom(body);
        Assert.NotEmpty(status.Message);
        return (StatusCode)status.Code;
    }
}

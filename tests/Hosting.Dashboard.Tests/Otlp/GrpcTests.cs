using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Google.Protobuf;
using Grpc.Core;

namespace Aspire.Hosting.Dashboard.Tests.Otlp;

/// <summary>Raw calls of gRPC, with frames made by hand: good ones and bad ones.</summary>
public sealed class GrpcTests : IAsyncLifetime
{
    private const string Traces = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private readonly HttpClient _client = new();
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync(otlp: new OtlpLimits { MaxRequestBytes = 100_000 });

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task AGoodCallIsAnswered()
    {
        var (code, message) = await CallAsync(Traces, Frame(Payloads.Trace(Payloads.Span(1)).ToByteArray()));

        Assert.Equal(StatusCode.OK, code);
        Assert.Empty(message);
        Assert.Equal(1, _receiver.Store.Traces.Count().Received);
    }

    [Fact]
    public async Task RefusedSpansAreCounted()
    {
        var span = Payloads.Span(1);
        span.TraceId = ByteString.Empty;

        var (code, message) = await CallAsync(Traces, Frame(Payloads.Trace(span).ToByteArray()));

        Assert.Equal(StatusCode.OK, code);
        Assert.Equal(1, ExportTraceServiceResponse.Parser.ParseFrom(message).PartialSuccess.RejectedSpans);
    }

    [Fact]
    public async Task WithoutTheKeyNothingIsTaken()
    {
        Assert.Equal(StatusCode.Unauthenticated, (await CallAsync(Traces, Frame(Payloads.Trace(Payloads.Span(1)).ToByteArray()), key: null)).Code);
        Assert.Equal(StatusCode.Unauthenticated, (await CallAsync(Traces, Frame(Payloads.Trace(Payloads.Span(1)).ToByteArray()), key: "wrong")).Code);
        Assert.Equal(0, _receiver.Store.Traces.Count().Received);
    }

    [Fact]
    public async Task WhatIsNotOtlpIsRefusedAsTheProtocolSays()
    {
        Assert.Equal(StatusCode.InvalidArgument, (await CallAsync(Traces, Frame([0xff, 0xff, 0xff, 0xff]))).Code);
        Assert.Equal(StatusCode.InvalidArgument, (await CallAsync(Traces, Frame(Payloads.DeeplyNested(500)))).Code);
        Assert.Equal(StatusCode.Unimplemented, (await CallAsync("/opentelemetry.proto.collector.trace.v1.TraceService/Import", Frame([]))).Code);
        Assert.Equal(StatusCode.OK, (await CallAsync(Traces, Frame(Payloads.Trace(Payloads.Span(1)).ToByteArray()))).Code);
    }

    [Fact]
    public async Task WhatIsTooLargeIsRefusedAlsoWhenItIsOnlyLargeUnpacked()
    {
        Assert.Equal(StatusCode.ResourceExhausted, (await CallAsync(Traces, Frame(new byte[200_000]))).Code);

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(new byte[20_000_000]);
        Assert.Equal(StatusCode.ResourceExhausted, (await CallAsync(Traces, Frame(packed.ToArray(), isPacked: true))).Code);
    }

    private static byte[] Frame(byte[] message, bool isPacked = false)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = isPacked ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    private Task<(StatusCode Code, byte[] Message)> CallAsync(string method, byte[] body) => CallAsync(method, body, _receiver.Key.Value);

    private async Task<(StatusCode Code, byte[] Message)> CallAsync(string method, byte[] body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _receiver.Address.GrpcUrl + method)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.Add("te", "trailers");
        request.Headers.Add("grpc-encoding", "gzip");
        if (key is not null)
            request.Headers.Add(OtlpKey.Header, key);

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var content = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var status = response.Headers.TryGetValues("grpc-status", out var early) ? early : response.TrailingHeaders.GetValues("grpc-status");
        return ((StatusCode)int.Parse(status.Single(), CultureInfo.InvariantCulture), content.Length < 5 ? [] : content[5..]);
    }
}

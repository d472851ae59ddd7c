using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Aspire.Hosting.Running;

/// <summary>
/// Forwards a request to the next ready replica. One that cannot be reached is left out; the request then goes to another when nothing of it can
/// have had an effect: it never arrived, or it is idempotent and has no body (RFC 9110, section 9.2.2).
/// </summary>
internal sealed class HttpBalancer(IHttpForwarder forwarder) : IDisposable
{
    /// <summary>Untouched means untimed, too: how long a request may take is between client and service.</summary>
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = Timeout.InfiniteTimeSpan };

    private static readonly ForwarderRequestConfig Http2Config = Config with { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = null,
        ConnectCallback = LoopbackConnection.OpenAsync,
    });

    public async Task ForwardAsync(HttpContext context, Rotation rotation, bool isHttp2)
    {
        List<Destination> tried = [];
        while (rotation.Enter(tried) is { } destination)
        {
            ForwarderError error;
            try
            {
                error = await forwarder.SendAsync(context, destination.Prefix, _client, isHttp2 ? Http2Config : Config, Untouched.Instance);
            }
            finally
            {
                destination.Leave();
            }

            if (error == ForwarderError.None)
            {
                return;
            }

            var neverArrived = context.Features.Get<IForwarderErrorFeature>()?.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };
            if (neverArrived)
            {
                destination.Refused();
            }

            if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            {
                return;
            }

            if (!neverArrived && !(HasEndedEarly(error) && IsRepeatable(context)))
            {
                await Problem.WriteAsync(context, StatusCodes.Status502BadGateway, "The replica broke off the connection.",
                    $"A replica of '{rotation.ResourceName}' did not answer the request to its end. It may have been carried out; see the log of '{rotation.ResourceName}'.");
                return;
            }

            tried.Add(destination);
            context.Response.Clear();
            context.Features.Set<IForwarderErrorFeature>(null);
        }

        context.Response.Headers.RetryAfter = "1";
        await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, Problem.NoReplicaReady,
            $"No replica of '{rotation.ResourceName}' is ready for its endpoint '{rotation.EndpointName}'. It may be starting; see the log of '{rotation.ResourceName}'.");
    }

    public void Dispose() => _client.Dispose();

    private static bool HasEndedEarly(ForwarderError error) => error is ForwarderError.Request or ForwarderError.ResponseHeaders;

    private static bool IsRepeatable(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)
            || HttpMethods.IsTrace(context.Request.Method) || HttpMethods.IsPut(context.Request.Method) || HttpMethods.IsDelete(context.Request.Method));
}

using System.Globalization;
using System.Net;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>Asks one replica for its health on its own port.</summary>
internal sealed class HttpHealthProbe(RunOptions options) : IDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        ConnectCallback = LoopbackConnection.OpenAsync,
#pragma warning disable CA5359 // The connection goes to a process of ours on this machine; a development certificate need not be trusted to be asked for health.
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
#pragma warning restore CA5359
    });

    public async Task<HealthReportSnapshot> AskAsync(
        IResourceWithEndpoints resource, HttpHealthCheckAnnotation check, ReplicaPorts ports, CancellationToken cancellationToken)
    {
        var endpoint = resource.GetEndpoint(check.EndpointName).EndpointAnnotation;
        var url = string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://localhost:{ports[endpoint.Name]}{check.Path}");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.HealthTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (endpoint.Transport == "http2")
            {
                (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            }

            using var response = await _client.SendAsync(request, timeout.Token);
            return (int)response.StatusCode == check.StatusCode
                ? new HealthReportSnapshot(check.Key, HealthStatus.Healthy, null, null)
                : new HealthReportSnapshot(check.Key, HealthStatus.Unhealthy, $"{url} answered {(int)response.StatusCode}, not {check.StatusCode}.", null);
        }
        catch (HttpRequestException exception)
        {
            return new HealthReportSnapshot(check.Key, HealthStatus.Unhealthy, $"{url} does not answer: {exception.Message}", null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Busy is not the same as ill: one late answer changes nothing by itself.
            return new HealthReportSnapshot(check.Key, HealthStatus.Degraded, $"{url} did not answer within {options.HealthTimeout.TotalSeconds} s.", null);
        }
    }

    public void Dispose() => _client.Dispose();
}

using System.Net;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>Asks the service whether it is ready, through the API server's proxy: from here, without a way into the cluster.</summary>
internal sealed class ServiceProbe(ClusterConnection cluster, ClusterOptions options)
{
    private const int Attempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <exception cref="ManifestException">It does not answer as ready.</exception>
    public async Task ProbeAsync(ApiResource service, IReadOnlyList<ApiResource> deployments, CancellationToken cancellationToken)
    {
        var deployment = deployments.FirstOrDefault(d => d.Name == service.Name);
        var containers = deployment?.Tree.Find("spec", "template", "spec", "containers") as Sequence;
        var probe = containers?.OfType<Map>().FirstOrDefault()?.Find("readinessProbe", "httpGet") as Map;
        if (probe?.Text("path") is not { } path || (service.Tree.Find("spec", "ports") as Sequence)?.FirstOrDefault() is not Map port)
            return;
        var url = $"api/v1/namespaces/{service.Namespace}/services/http:{service.Name}:{port.Text("port")}/proxy{path}";
        for (var attempt = 1; ; attempt++)
        {
            var (status, body) = await cluster.SendAsync(HttpMethod.Get, url, null, null, cancellationToken);
            if (status == HttpStatusCode.OK)
            {
                options.Progress($"{service} answers {path}: {ApiError.Shorten(body)}");
                return;
            }

            if (attempt == Attempts)
                throw new ManifestException($"{service} does not answer {path} through the API server's proxy: {(int)status} {ApiError.Shorten(body)}");
            await Task.Delay(Pause, options.Clock, cancellationToken);
        }
    }
}

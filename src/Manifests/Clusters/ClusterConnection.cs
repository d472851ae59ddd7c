using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Exceptions;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>
/// The API server, with the address and the credentials of a kubeconfig. Objects go and come as JSON: all kinds are applied by one call, and
/// fields that the client's types do not know yet are not lost.
/// </summary>
internal sealed class ClusterConnection : Kubernetes
{
    /// <summary>A control plane that is being upgraded is away for about as long as these together.</summary>
    private static readonly int[] Pauses = [1, 2, 4, 8, 15];

    private readonly TimeProvider _clock;
    private bool _hasAnswered;

    private ClusterConnection(KubernetesClientConfiguration configuration, ClusterOptions options)
        : base(configuration)
    {
        (Server, _clock) = (configuration.Host, options.Clock);
        HttpClient.Timeout = options.RequestTimeout;
    }

    public string Server { get; }

    /// <exception cref="ManifestException">There is no kubeconfig, or it has no such context.</exception>
    public static ClusterConnection Open(ClusterOptions options)
    {
        try
        {
            return new(options.Cluster ?? Configure(options), options);
        }
        catch (Exception e) when (e is KubeConfigException or IOException or YamlDotNet.Core.YamlException)
        {
            const string Needed = "Needed: a kubeconfig (KUBECONFIG, or ~/.kube/config) and a context in it.";
            throw new ManifestException($"There is no cluster to go to: {e.Message.TrimEnd('.')}. {Needed}", e);
        }
    }

    /// <summary>As kubectl looks: a path that is given, the paths in KUBECONFIG, the cluster we are in, the file in the home folder.</summary>
    private static KubernetesClientConfiguration Configure(ClusterOptions options)
    {
        var named = (options.KubeConfig ?? Environment.GetEnvironmentVariable("KUBECONFIG") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0 && options.Context is null && KubernetesClientConfiguration.IsInCluster())
            return KubernetesClientConfiguration.InClusterConfig();
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config");
        var files = (named.Length == 0 ? [home] : named).Select(path => new FileInfo(path)).ToArray();
        // one that is missing is no error among several; of those there are, the first with the context is taken
        var configs = files.Where(f => f.Exists || files.Length == 1).Select(f => KubernetesClientConfiguration.LoadKubeConfig(f)).ToList();
        var config = configs.Find(c => options.Context is null ? c.CurrentContext is not null : c.Contexts.Any(known => known.Name == options.Context));
        return KubernetesClientConfiguration.BuildConfigFromConfigObject(config ?? configs.FirstOrDefault() ?? new(), options.Context);
    }

    /// <summary>The object, or null when there is none.</summary>
    public async Task<JsonObject?> GetAsync(string path, CancellationToken cancellationToken)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path, null, null, cancellationToken);
        return status == HttpStatusCode.NotFound ? null : Read(status, body, path);
    }

    /// <summary>The objects of a list.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path, CancellationToken cancellationToken) =>
        [.. (await GetAsync(path, cancellationToken)).At("items").Items()];

    public async Task<JsonObject> PatchAsync(string path, string contentType, string content, CancellationToken cancellationToken)
    {
        var (status, body) = await SendAsync(HttpMethod.Patch, path, contentType, content, cancellationToken);
        return Read(status, body, path);
    }

    /// <returns>False when there was nothing to delete.</returns>
    public async Task<bool> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        var (status, body) = await SendAsync(HttpMethod.Delete, path, null, null, cancellationToken);
        if (status == HttpStatusCode.NotFound)
            return false;
        Read(status, body, path);
        return true;
    }

    /// <summary>
    /// What is asked of it can be asked twice: all of it is reading, applying and deleting. So an API server that has too much to do, or was
    /// there and is away, is asked again after a while.
    /// </summary>
    /// <exception cref="ManifestException">It does not answer.</exception>
    public async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method, string path, string? contentType, string? content, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var isLast = attempt == Pauses.Length;
            try
            {
                var (status, body) = await SendOnceAsync(method, path, contentType, content, cancellationToken);
                if (isLast || !IsTemporary(status) || IsProxied(path))
                    return (status, body);
            }
            catch (HttpRequestException e) when (isLast || !_hasAnswered)
            {
                throw new ManifestException($"The API server at {Server} does not answer: {ApiError.Reason(e)}", e);
            }
            catch (HttpRequestException)
            {
                // it has answered before: it may be restarting
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ManifestException($"The API server at {Server} did not answer {method} {path.Split('?')[0]} within {HttpClient.Timeout.TotalSeconds:0.#} s.", e);
            }

            await Task.Delay(TimeSpan.FromSeconds(Pauses[attempt]), _clock, cancellationToken);
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> SendOnceAsync(
        HttpMethod method, string path, string? contentType, string? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(BaseUri, path));
        if (content is not null)
        {
            request.Content = new StringContent(content);
            request.Content.Headers.ContentType = new(contentType!);
        }

        if (Credentials is not null)
            await Credentials.ProcessHttpRequestAsync(request, cancellationToken);
        using var response = await HttpClient.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        _hasAnswered = true;
        return (response.StatusCode, body);
    }

    private static bool IsTemporary(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Then the answer is the service's, not the API server's.</summary>
    private static bool IsProxied(string path) => path.Contains("/proxy/", StringComparison.Ordinal);

    /// <exception cref="ManifestException">The answer is a refusal, or not an API server's.</exception>
    public static JsonObject Read(HttpStatusCode status, string body, string path)
    {
        if ((int)status is < 200 or >= 300)
            throw ApiError.From(status, body, path);
        try
        {
            return JsonNode.Parse(body)!.AsObject();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ManifestException($"What answers at {path} is no API server: {ApiError.Shorten(body)}", e);
        }
    }
}

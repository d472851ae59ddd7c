using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using k8s;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>
/// Answers over HTTP as an API server does to the calls that deploying makes: objects are kept, a patch that changes one gives it a new
/// version, one that does not exist is a Status of 404. What a real one adds (the controllers' work) is set by the test.
/// </summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _version;

    private ApiServer(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, JsonObject> Objects { get; } = new();

    /// <summary>Each request as method, path with query, and body.</summary>
    public ConcurrentQueue<(string Method, string Path, string ContentType, string Body)> Requests { get; } = new();

    /// <summary>Answers to paths that end so, in place of ours.</summary>
    public Dictionary<string, (int Status, string Body)> Answers { get; } = [];

    /// <summary>What happens to the next requests before they are answered as they should be.</summary>
    public ConcurrentQueue<Hiccup> Hiccups { get; } = new();

    /// <summary>The status that a Deployment shows, one after another; the last one stays.</summary>
    public Queue<string> RolloutStates { get; } = new(["""{"observedGeneration":1,"replicas":2,"updatedReplicas":2,"availableReplicas":2}"""]);

    public KubernetesClientConfiguration Configuration => new() { Host = _app.Urls.Single(), AccessToken = "token" };

    /// <param name="certificate">Over TLS with this one; null: without.</param>
    public static async Task<ApiServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var server = new ApiServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = context.Request.Path.Value!.TrimStart('/');
        Requests.Enqueue((context.Request.Method, path + context.Request.QueryString, context.Request.ContentType ?? "", body));
        if (Hiccups.TryDequeue(out var hiccup))
        {
            await HappenAsync(hiccup, context);
            return;
        }

        var (status, answer) = Answer(context, path, body);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(answer);
    }

    private static async Task HappenAsync(Hiccup hiccup, HttpContext context)
    {
        switch (hiccup)
        {
            case Hiccup.Busy:
                context.Response.StatusCode = 429;
                await context.Response.WriteAsync("""{"kind":"Status","message":"too many requests, please try again later","code":429}""");
                break;
            case Hiccup.Restart:
                context.Abort();
                break;
            default:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
        }
    }

    private (int Status, string Body) Answer(HttpContext context, string path, string body)
    {
        if (context.Request.Headers.Authorization != "Bearer token")
            return (401, """{"kind":"Status","message":"Unauthorized","code":401}""");
        var isChange = context.Request.Method != "GET";
        foreach (var (suffix, answer) in Answers.Where(a => (path + (isChange ? "!" : "")).EndsWith(a.Key, StringComparison.Ordinal)))
            return answer;
        return context.Request.Method switch
        {
            "PATCH" => Patch(path, JsonNode.Parse(body)!.AsObject(), context.Request.Query.ContainsKey("dryRun")),
            "DELETE" when context.Request.Query.ContainsKey("dryRun") => (200, "{}"),
            "DELETE" => Objects.TryRemove(path, out _) ? (200, """{"kind":"Status","status":"Success"}""") : NotFound(path),
            _ when path.EndsWith("/pods", StringComparison.Ordinal) || path.EndsWith("/events", StringComparison.Ordinal) || path.EndsWith("/persistentvolumeclaims", StringComparison.Ordinal) => (200, """{"items":[]}"""),
            _ when path.Contains("/proxy/", StringComparison.Ordinal) => (200, """{"status":"healthy"}"""),
            _ => Objects.TryGetValue(path, out var found) ? (200, Show(path, found)) : NotFound(path),
        };
    }

    private (int Status, string Body) Patch(string path, JsonObject patch, bool isDryRun)
    {
        var before = Objects.GetValueOrDefault(path);
        var after = Merge(before ?? [], patch);
        if (before is null || !JsonNode.DeepEquals(before, after))
        {
            after["metadata"]!["resourceVersion"] = (++_version).ToString(System.Globalization.CultureInfo.InvariantCulture);
            after["metadata"]!["generation"] = 1;
        }

        if (!isDryRun)
            Objects[path] = after;
        return (200, after.ToJsonString());
    }

    private string Show(string path, JsonObject value)
    {
        if (!path.Contains("/deployments/", StringComparison.Ordinal))
            return value.ToJsonString();
        var shown = value.DeepClone().AsObject();
        shown["spec"]!["replicas"] ??= 2;
        shown["status"] = JsonNode.Parse(RolloutStates.Count > 1 ? RolloutStates.Dequeue() : RolloutStates.Peek());
        return shown.ToJsonString();
    }

    private static (int Status, string Body) NotFound(string path) =>
        (404, $$"""{"kind":"Status","status":"Failure","message":"\"{{path.Split('/')[^1]}}\" not found","reason":"NotFound","code":404}""");

    private static JsonObject Merge(JsonObject into, JsonObject patch)
    {
        var merged = into.DeepClone().AsObject();
        foreach (var (key, value) in patch)
            merged[key] = value is JsonObject inner && merged[key] is JsonObject own ? Merge(own, inner) : value?.DeepClone();
        return merged;
    }
}

internal enum Hiccup
{
    /// <summary>It has too much to do.</summary>
    Busy,

    /// <summary>It goes away in the middle.</summary>
    Restart,

    /// <summary>It never answers.</summary>
    Silence,
}

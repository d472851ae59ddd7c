using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>Turns the Status object with which the API server refuses into a sentence for a person.</summary>
internal static class ApiError
{
    private const int LongestBody = 300;

    public static ManifestException From(HttpStatusCode status, string body, string path)
    {
        var answer = Parse(body);
        var message = answer?["message"]?.GetValue<string>() ?? Shorten(body);
        if (status == HttpStatusCode.Unauthorized)
            return new($"The API server does not know these credentials (401). Log in to the cluster again. {message}");
        if (status == HttpStatusCode.Forbidden)
            return new($"The API server does not allow this (403): {message}");
        var conflicts = Conflicts(answer).ToList();
        if (status == HttpStatusCode.Conflict && conflicts.Count > 0)
            return new($"Others own fields of {Object(path)}:{string.Concat(conflicts.Select(c => $"\n  - {c}"))}\nDeploy with --take-over to take them.");
        var causes = answer?["details"]?["causes"] is JsonArray all ? all.Select(c => $"\n  - {c?["field"]}: {c?["message"]}") : [];
        return new($"The API server refuses {Object(path)} ({(int)status}): {message}{string.Concat(causes)}");
    }

    /// <summary>The message and the causes of a Status, each with its field.</summary>
    public static (string Message, IReadOnlyList<(string Field, string Why)> Causes) Read(string body)
    {
        var answer = Parse(body);
        var message = answer.Text("message") is { Length: > 0 } text ? text : Shorten(body);
        return (message, [.. answer.At("details", "causes").Items().Select(c => (c.Text("field"), c.Text("message")))]);
    }

    /// <summary>Why a connection failed: the client wraps it, and what is wrong with a certificate is the innermost.</summary>
    public static string Reason(HttpRequestException error) => error.InnerException is System.Security.Authentication.AuthenticationException inner
        ? $"its certificate is not trusted. {inner.Message} Needed: the certificate authority that signed it, as certificate-authority in the kubeconfig."
        : error.Message;

    public static string Shorten(string body) => body.Length <= LongestBody ? body : body[..LongestBody] + "…";

    /// <summary>Each cause of a conflict names the field, and the owner in its message.</summary>
    private static IEnumerable<string> Conflicts(JsonNode? answer) => answer?["details"]?["causes"] is JsonArray causes
        ? causes.Where(c => c?["reason"]?.GetValue<string>() == "FieldManagerConflict").Select(c => $"{c?["field"]}: {c?["message"]}")
        : [];

    private static string Object(string path)
    {
        var parts = path.Split('?')[0].Split('/');
        return $"{parts[^2]}/{parts[^1]}";
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

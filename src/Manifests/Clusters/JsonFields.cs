using System.Text.Json.Nodes;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>Fields of what an API server answers; what is missing is empty.</summary>
internal static class JsonFields
{
    /// <summary>Walks into objects; null where one of the fields is missing.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            node = (node as JsonObject)?[field];
        return node;
    }

    public static string Text(this JsonNode? node, string name) => node.At(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public static IEnumerable<JsonNode> Items(this JsonNode? array) => (array as JsonArray ?? []).OfType<JsonNode>();

    /// <summary>The name of an object.</summary>
    public static string Name(this JsonNode value) => value.At("metadata").Text("name");

    public static bool HasCondition(this JsonNode value, string type, string status) =>
        value.At("status", "conditions").Items().Any(c => c.Text("type") == type && c.Text("status") == status);
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RegressionAnalyzer.Manifests.Tests.Helm;

/// <summary>Validates by the keywords of JSON Schema that our charts use, as Helm does before it renders. An unknown keyword is an error.</summary>
internal static class JsonSchema
{
    private static readonly HashSet<string> Annotations = ["$schema", "description"];

    public static IEnumerable<string> Validate(JsonNode schema, JsonNode? value, string path = "") =>
        schema.AsObject().Where(keyword => !Annotations.Contains(keyword.Key)).SelectMany(keyword => Check(schema, keyword.Key, keyword.Value!, value, path));

    private static IEnumerable<string> Check(JsonNode schema, string keyword, JsonNode rule, JsonNode? value, string path) => keyword switch
    {
        "type" => Require(Types(rule).Any(type => Is(type, value)), $"{path}: needed is {rule.ToJsonString()}"),
        "enum" => Require(rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)), $"{path}: needed is one of {rule.ToJsonString()}"),
        "const" => Require(JsonNode.DeepEquals(rule, value), $"{path}: needed is {rule}"),
        "pattern" => Require(!Is("string", value) || Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>()), $"{path}: needed is {rule}"),
        "minimum" => Require(!Is("number", value) || Number(value!) >= Number(rule), $"{path}: at least {rule}"),
        "maximum" => Require(!Is("number", value) || Number(value!) <= Number(rule), $"{path}: at most {rule}"),
        "not" => Require(Validate(rule, value).Any(), $"{path}: forbidden is {rule.ToJsonString()}"),
        "anyOf" => Require(rule.AsArray().Any(one => !Validate(one!, value).Any()), $"{path}: needed is any of {rule.ToJsonString()}"),
        "items" => (value as JsonArray ?? []).SelectMany((item, i) => Validate(rule, item, $"{path}[{i}]")),
        "propertyNames" => (value as JsonObject ?? []).SelectMany(p => Validate(rule, JsonValue.Create(p.Key), $"{path}.{p.Key}")),
        "properties" => (value as JsonObject ?? []).Where(p => rule[p.Key] is not null).SelectMany(p => Validate(rule[p.Key]!, p.Value, $"{path}.{p.Key}")),
        "additionalProperties" => (value as JsonObject ?? []).Where(p => schema["properties"]?[p.Key] is null)
            .SelectMany(p => rule is JsonObject ? Validate(rule, p.Value, $"{path}.{p.Key}") : [$"{path}.{p.Key}: unknown"]),
        _ => throw new FormatException($"the keyword '{keyword}' is not known here"),
    };

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray many ? many.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        _ => value?.GetValueKind().ToString().ToLowerInvariant() is { } kind && (kind == type || (type == "boolean" && kind is "true" or "false") || (type == "integer" && kind == "number")),
    };

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Require(bool holds, string message) => holds ? [] : [message];
}

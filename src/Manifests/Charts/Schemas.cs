using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Charts;

/// <summary>JSON schemas of single values, for <c>values.schema.json</c>.</summary>
internal static class Schemas
{
    private const string QuantityPattern = @"^[0-9]+(\.[0-9]+)?(m|[kMGTPE]|[KMGTPE]i)?$";
    private const string LabelValuePattern = "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$";

    public static Map Text(string? pattern = null) => new() { { "type", "string" }, { "pattern", pattern } };

    public static Map Truth() => new() { { "type", "boolean" } };

    public static Map Number(long from, long to) => new() { { "type", "integer" }, { "minimum", from }, { "maximum", to } };

    public static Map Choice<T>()
        where T : struct, Enum => new() { { "enum", new Sequence(Enum.GetNames<T>().Select(name => (Node)name)) } };

    public static Map NameOrNothing() => Text(@"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?)?$");

    public static Map Quantity() => new() { { "type", new Sequence("string", "number") }, { "pattern", QuantityPattern } };

    /// <summary>Quantities by the name of the resource, devices among them (<c>nvidia.com/gpu</c>).</summary>
    public static Map Quantities() => new() { { "type", "object" }, { "additionalProperties", Quantity() } };

    /// <summary>An object with these properties and no others, so that a misspelt value is an error and not ignored.</summary>
    public static Map Object(Map properties) => new() { { "type", "object" }, { "additionalProperties", false }, { "properties", properties } };

    /// <summary>Texts by name: a number would come out of Helm as <c>5.24288e+07</c>.</summary>
    public static Map Texts(string? valuePattern = null, IEnumerable<string>? forbidden = null) => new()
    {
        { "type", "object" },
        { "propertyNames", forbidden is null ? null : new Map { { "not", new Map { { "enum", new Sequence(forbidden.Select(f => (Node)f)) } } } } },
        { "additionalProperties", Text(valuePattern) },
    };

    public static Map Labels(IEnumerable<string>? forbidden = null) => Texts(LabelValuePattern, forbidden);

    public static Map List(Map item) => new() { { "type", "array" }, { "items", item } };

    public static Map Objects() => List(new Map { { "type", "object" } });
}

using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Charts;

/// <summary>Writes <c>values.schema.json</c>, by which Helm refuses wrong and misspelt values before anything is installed.</summary>
internal static class SchemaFile
{
    public static string Write(IReadOnlyList<ChartValue> values)
    {
        var root = Group(values, depth: 0);
        root["properties"] = ((Map)root["properties"]!).With("global", new Map { { "type", "object" } });
        var schema = new Map { { "$schema", "http://json-schema.org/draft-07/schema#" } };
        foreach (var entry in root)
            schema.Add(entry);
        return JsonText.Indented(schema);
    }

    private static Map Group(IEnumerable<ChartValue> values, int depth)
    {
        var properties = new Map();
        foreach (var group in values.GroupBy(v => v.Path.Dotted.Split('.')[depth]))
        {
            var first = group.First();
            if (first.Path.Dotted.Split('.').Length == depth + 1)
                properties.Add(group.Key, Describe(first));
            else
                properties.Add(group.Key, Group(group, depth + 1));
        }

        return Schemas.Object(properties);
    }

    private static Map Describe(ChartValue value)
    {
        var schema = new Map { { "description", value.Description } };
        foreach (var entry in value.Schema)
            schema.Add(entry);
        return schema;
    }

    /// <summary>Helm hands <c>global</c> to every chart.</summary>
    private static Map With(this Map map, string key, Node value)
    {
        map.Add(key, value);
        return map;
    }
}

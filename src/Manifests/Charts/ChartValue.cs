using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Charts;

/// <summary>One value of the chart. <c>values.yaml</c>, <c>values.schema.json</c> and the chart's README are all written from these.</summary>
internal sealed record ChartValue(ValuePath Path, Node Default, string Description, Map Schema);

internal static class ChartValueExtensions
{
    /// <summary>The values as one tree.</summary>
    public static Map ToTree(this IEnumerable<ChartValue> values)
    {
        var root = new Map();
        foreach (var value in values)
        {
            var map = root;
            var parts = value.Path.Dotted.Split('.');
            foreach (var part in parts[..^1])
            {
                if (map[part] is not Map inner)
                    map[part] = inner = [];
                map = inner;
            }

            map.Add(parts[^1], value.Default);
        }

        return root;
    }
}

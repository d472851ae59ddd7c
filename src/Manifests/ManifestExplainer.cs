using System.Text;
using RegressionAnalyzer.Manifests.Publishing;
using RegressionAnalyzer.Manifests.RawCharts;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests;

/// <summary>Says of the published manifests, field by field, what put it there and so where to change it.</summary>
public static class ManifestExplainer
{
    private const int LongestValue = 60;

    /// <summary>
    /// One paragraph for each object: the file and the object, then a line for each field that somebody or some decision set, with its value
    /// and the reason. Fields that only say what the object is are left out, and what all objects have in common is told once.
    /// </summary>
    /// <exception cref="ManifestException">The settings are not valid, or the folder holds no raw chart that can be read.</exception>
    public static string Explain(string chartFolder, DeploymentSettings settings)
    {
        var output = new StringBuilder();
        var told = new HashSet<(string Field, string Value, string Why)>();
        foreach (var (manifest, tree) in Rendering.Of(RawChart.Read(chartFolder), settings.Checked()).PlainObjects)
        {
            var lines = new List<(string Field, string Value, string Why)>();
            Collect(lines, tree, "");
            if (output.Length > 0)
                output.Append('\n');
            output.Append($"k8s/{manifest.File}  {tree.Text("kind")}/{tree.Find("metadata", "name")}\n");
            foreach (var (field, value, why) in lines.Where(line => told.Add(line) || !line.Field.StartsWith(".metadata", StringComparison.Ordinal)))
                output.Append($"  {field} = {value}\n      {why}\n");
        }

        return output.ToString();
    }

    /// <summary>A node with a reason is one line, unless something below it has a reason of its own.</summary>
    private static void Collect(List<(string Field, string Value, string Why)> lines, Node node, string path)
    {
        if (node.Why is { Length: > 0 } why && !HasReasonBelow(node))
        {
            lines.Add((path.Length == 0 ? "(the object)" : path, Shorten(JsonText.Compact(node)), why));
            return;
        }

        foreach (var (step, child) in Children(node))
        {
            if (child.Why is null && !HasReasonBelow(child) && node.Why is { Length: > 0 } inherited)
                lines.Add((path + step, Shorten(JsonText.Compact(child)), inherited));
            else
                Collect(lines, child, path + step);
        }
    }

    private static bool HasReasonBelow(Node node) => Children(node).Any(c => c.Child.Why is not null || HasReasonBelow(c.Child));

    private static IEnumerable<(string Step, Node Child)> Children(Node node) => node switch
    {
        Map map => map.Select(e => (e.Key.Contains('.', StringComparison.Ordinal) ? $"[{e.Key}]" : $".{e.Key}", e.Value)),
        Sequence sequence => sequence.Select((item, index) => ($"[{(item as Map)?.Text("name") ?? $"{index}"}]", item)),
        _ => [],
    };

    private static string Shorten(string text) => text.Length <= LongestValue ? text : text[..(LongestValue - 1)] + "…";
}

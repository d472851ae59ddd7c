using System.Text;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>Writes the objects of one file, once for the chart and once plain.</summary>
internal static class ManifestText
{
    /// <summary>A condition on an object stands in lines around it.</summary>
    public static string Template(IReadOnlyList<Manifest> manifests)
    {
        var output = new StringBuilder();
        foreach (var manifest in manifests)
        {
            if (manifest.When is { } condition)
                output.Append($"{{{{- if {condition.Helm} }}}}\n");
            if (manifest.Refusal is { } refusal)
                output.Append($"{{{{- if {refusal.Helm} }}}}\n{{{{- fail ({refusal.Message}) }}}}\n{{{{- end }}}}\n");
            if (manifests.Count > 1)
                output.Append("---\n");
            Comment(output, manifest, line => line.Replace("{{", "{ {", StringComparison.Ordinal));
            output.Append(YamlWriter.WriteTemplate(manifest.Tree));
            if (manifest.When is not null)
                output.Append("{{- end }}\n");
        }

        return output.ToString();
    }

    public static string Plain(IReadOnlyList<(Manifest Manifest, Map Tree)> objects)
    {
        var output = new StringBuilder();
        foreach (var (manifest, tree) in objects)
        {
            if (output.Length > 0)
                output.Append("---\n");
            Comment(output, manifest, line => line);
            output.Append(YamlWriter.Write(tree));
        }

        return output.ToString();
    }

    private static void Comment(StringBuilder output, Manifest manifest, Func<string, string> escape)
    {
        foreach (var line in manifest.Comment)
            output.Append("# ").Append(escape(line)).Append('\n');
    }
}

using System.Text;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Charts;

/// <summary>Writes the chart's README: how to install it, and the table of values.</summary>
internal static class ReadmeFile
{
    public static string Write(DeploymentSettings settings, IReadOnlyList<ChartValue> values)
    {
        var output = new StringBuilder();
        output.Append(
            $"""
            # {settings.Name}

            {(settings.Description.Length == 0 ? "" : settings.Description + "\n\n")}Written by publishing the model; change the model, not these files. Needs Kubernetes {settings.KubernetesVersion} or newer.

            ```bash
            helm upgrade --install {settings.Name} ./chart --namespace {settings.EffectiveNamespace} --create-namespace
            ```


            """);
        Secrets(output, settings, values);
        output.Append("## Values\n\n| value | default | what it is |\n| --- | --- | --- |\n");
        foreach (var value in values)
            Row(output, value);
        return output.ToString();
    }

    private static void Secrets(StringBuilder output, DeploymentSettings settings, IReadOnlyList<ChartValue> values)
    {
        if (!values.Any(v => v.Path.Dotted.EndsWith("existingSecret", StringComparison.Ordinal)))
            return;
        output.Append("No value of a secret is part of this chart. The Secret is made without values, and upgrading never touches a key that is in it:\n\n```bash\n");
        foreach (var workload in settings.Workloads.Where(w => w.SecretKeys.Count > 0))
            output.Append($"kubectl -n {settings.EffectiveNamespace} patch secret {Naming.Secrets(workload.Resource)} -p '{{\"stringData\":{{\"{workload.SecretKeys[0].Name}\":\"…\"}}}}'\n");
        output.Append("```\n\n");
    }

    /// <summary>A map with keys in it (settings, requests, limits) has a row for each.</summary>
    private static void Row(StringBuilder output, ChartValue value)
    {
        if (value.Default is not Map { Count: > 0 } map)
        {
            output.Append($"| `{value.Path.Dotted}` | {Code(JsonText.Compact(value.Default))} | {Cell(value.Description)} |\n");
            return;
        }

        output.Append($"| `{value.Path.Dotted}` | | {Cell(value.Description)} |\n");
        foreach (var entry in map)
            output.Append($"| `{value.Path.Dotted}.{entry.Key}` | {Code(JsonText.Compact(entry.Value))} | |\n");
    }

    private static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? Cell(text) : $"`{Cell(text)}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}

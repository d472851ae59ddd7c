using System.Text;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Charts;

/// <summary>Writes <c>values.yaml</c>: every value with what it is above it.</summary>
internal static class ValuesFile
{
    public static string Write(IReadOnlyList<ChartValue> values)
    {
        var output = new StringBuilder();
        string[] open = [];
        foreach (var value in values)
        {
            var parts = value.Path.Dotted.Split('.');
            var shared = 0;
            while (shared < open.Length && shared < parts.Length - 1 && open[shared] == parts[shared])
                shared++;
            if (shared == 0 && output.Length > 0)
                output.Append('\n');
            for (; shared < parts.Length - 1; shared++)
                output.Append(' ', 2 * shared).Append(parts[shared]).Append(":\n");
            open = parts[..^1];
            Write(output, value, parts[^1], indent: 2 * open.Length);
        }

        return output.ToString();
    }

    private static void Write(StringBuilder output, ChartValue value, string key, int indent)
    {
        output.Append(' ', indent).Append("# ").Append(value.Description).Append('\n');
        foreach (var line in YamlWriter.Write(new Map { { key, value.Default } }).TrimEnd('\n').Split('\n'))
            output.Append(' ', indent).Append(line).Append('\n');
    }
}

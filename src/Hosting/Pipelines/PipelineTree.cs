namespace Aspire.Hosting.Pipelines;

/// <summary>The steps as a tree: under each step those that come before it.</summary>
internal static class PipelineTree
{
    /// <param name="root">The step to begin with; every step that no other waits for when not given.</param>
    public static string Draw(PipelineGraph graph, PipelineStep? root)
    {
        var waitedFor = graph.Steps.SelectMany(graph.Before).ToHashSet();
        var lines = new List<(string Name, string? Description)>();
        foreach (var step in root is null ? graph.Steps.Where(s => !waitedFor.Contains(s)) : [root])
        {
            Draw(graph, step, "", "", lines);
        }

        var width = lines.Max(l => l.Name.Length);
        return string.Join('\n', lines.Select(l => $"{l.Name.PadRight(width)}  {l.Description}".TrimEnd()));
    }

    private static void Draw(PipelineGraph graph, PipelineStep step, string prefix, string childPrefix, List<(string Name, string? Description)> lines)
    {
        lines.Add(($"{prefix}{step.Name}", step.Description));
        var before = graph.Before(step);
        for (var i = 0; i < before.Count; i++)
        {
            var isLast = i == before.Count - 1;
            Draw(graph, before[i], childPrefix + (isLast ? "└─ " : "├─ "), childPrefix + (isLast ? "   " : "│  "), lines);
        }
    }
}

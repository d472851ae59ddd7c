namespace RegressionAnalyzer.Manifests.RawCharts;

/// <summary>The chart as the publisher wrote it: one object for each template, the values filled in except in Secrets.</summary>
internal sealed record RawChart(IReadOnlyList<RawWorkload> Workloads)
{
    public const string ChartFile = "Chart.yaml";
    public const string ValuesFile = "values.yaml";
    public const string TemplatesFolder = "templates";

    /// <exception cref="ManifestException">The folder holds no chart that can be read.</exception>
    public static RawChart Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, ChartFile)) || !Directory.Exists(Path.Combine(folder, TemplatesFolder)))
            throw new ManifestException($"'{folder}' holds no chart. Needed: {ChartFile} and the folder {TemplatesFolder}, as the publisher writes them.");
        try
        {
            return new RawChart([.. RawTemplates.Read(folder).GroupBy(o => o.Resource).OrderBy(g => g.Key, StringComparer.Ordinal).Select(RawWorkload.From)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException($"The chart in '{folder}' cannot be read: {e.Message}", e);
        }
    }
}

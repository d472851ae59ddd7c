using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Charts;

/// <summary>Draws the charts of an analysis as files.</summary>
internal static class ChartFiles
{
    /// <summary>The file that lists them.</summary>
    public const string List = "charts.json";

    public static IReadOnlyList<ChartLink> Write(string jobId, IReadOnlyList<Chart> charts, string folder, CancellationToken cancellationToken)
    {
        var links = new List<ChartLink>(charts.Count);
        foreach (var chart in charts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(Path.Combine(folder, chart.Name + ".png"), chart.WritePng);
            Write(Path.Combine(folder, chart.Name + ".svg"), chart.WriteSvg);
            var address = $"/api/v1/charts/{jobId}/{chart.Name}";
            links.Add(new(chart.Name, chart.Title, chart.Description, address + ".png", address + ".svg"));
        }

        return links;
    }

    private static void Write(string path, Action<Stream> draw)
    {
        using var file = WholeFile.Create(path);
        draw(file);
        file.Flush(flushToDisk: true);
    }
}

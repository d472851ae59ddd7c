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
            foreach (var theme in Enum.GetValues<ChartTheme>())
            {
                Write(Path.Combine(folder, Name(chart.Name, theme, ChartFormat.Png)), file => chart.WritePng(file, theme));
                Write(Path.Combine(folder, Name(chart.Name, theme, ChartFormat.Svg)), file => chart.WriteSvg(file, theme));
            }

            var address = $"/api/v1/charts/{jobId}/{chart.Name}";
            links.Add(new(chart.Name, chart.Title, chart.Description, address + ".png", address + ".svg"));
        }

        return links;
    }

    /// <summary>The name of a chart's file.</summary>
    public static string Name(string chart, ChartTheme theme, ChartFormat format) => chart + (theme == ChartTheme.Dark ? ".dark" : "") + format.Ending;

    private static void Write(string path, Action<Stream> draw)
    {
        using var file = WholeFile.Create(path);
        draw(file);
        file.Flush(flushToDisk: true);
    }
}

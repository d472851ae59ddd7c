using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Charts;

/// <summary>The charts of an analysis as files: for a light page drawn with the result; for a dark one, which few ask for, what is needed to draw them.</summary>
internal static class ChartFiles
{
    /// <summary>The file that lists them.</summary>
    public const string List = "charts.json";

    /// <summary>The file they can be drawn from again.</summary>
    public const string Data = "charts.data.json";

    public static IReadOnlyList<ChartLink> Write(string jobId, ChartSet charts, string folder, CancellationToken cancellationToken)
    {
        var links = new List<ChartLink>(charts.Count);
        foreach (var chart in charts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var format in ChartFormat.All)
                Write(Path.Combine(folder, Name(chart.Name, ChartTheme.Light, format)), file => format.Draw(chart, file, ChartTheme.Light));
            var address = $"/api/v1/charts/{jobId}/{chart.Name}";
            links.Add(new(chart.Name, chart.Title, chart.Description, address + ".png", address + ".svg"));
        }

        Write(Path.Combine(folder, Data), charts.Save);
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

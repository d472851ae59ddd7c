using Microsoft.Net.Http.Headers;
using RegressionAnalyzer.Analysis;

namespace RegressionAnalyzer.Api.Charts;

/// <summary>The formats a chart is drawn in.</summary>
internal sealed record ChartFormat(string Ending, string MediaType)
{
    public static readonly ChartFormat Png = new(".png", "image/png");
    public static readonly ChartFormat Svg = new(".svg", "image/svg+xml");

    public static readonly ChartFormat[] All = [Png, Svg];

    public void Draw(Chart chart, Stream output, ChartTheme theme)
    {
        if (this == Png)
            chart.WritePng(output, theme);
        else
            chart.WriteSvg(output, theme);
    }

    /// <summary>By the name's ending, where it has one; else the one the client likes best, PNG when it likes them alike; null when it takes neither.</summary>
    public static ChartFormat? Choose(string ending, IList<MediaTypeHeaderValue> accept)
    {
        if (ending.Length > 0)
            return Array.Find(All, format => format.Ending == ending);
        return accept.Count == 0 ? Png : All.Where(format => Liking(format, accept) > 0).MaxBy(format => Liking(format, accept));
    }

    private static double Liking(ChartFormat format, IList<MediaTypeHeaderValue> accept)
    {
        var type = new MediaTypeHeaderValue(format.MediaType);
        return accept.Where(range => type.IsSubsetOf(range))
            .OrderByDescending(static range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
            .Select(static range => range.Quality ?? 1)
            .FirstOrDefault();
    }
}

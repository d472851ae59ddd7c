using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Charts;

internal static class ChartBytes
{
    public static byte[] Png(this Chart chart, ChartTheme theme = ChartTheme.Light)
    {
        using var stream = new MemoryStream();
        chart.WritePng(stream, theme);
        return stream.ToArray();
    }

    public static string Svg(this Chart chart, ChartTheme theme = ChartTheme.Light)
    {
        using var stream = new MemoryStream();
        chart.WriteSvg(stream, theme);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

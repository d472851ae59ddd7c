using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Charts;

public sealed class ActualVsPredictedTests
{
    [Fact]
    public void The_same_table_gives_the_same_bytes()
    {
        using var table = new TempTable("x,y\n1,3\n2,5.2\n3,6.9\n4,9\n10,21\n");

        var (first, second) = (Assert.Single(table.Analyze("y").Charts), Assert.Single(table.Analyze("y").Charts));

        Assert.Equal(Png(first), Png(second));
        Assert.Equal(Svg(first), Svg(second));
    }

    [Fact]
    public void An_svg_needs_no_font_to_be_read()
    {
        using var table = new TempTable("x,Größe\n1,3\n2,5.2\n3,6.9\n4,9\n10,21\n");

        var svg = Svg(Assert.Single(table.Analyze().Charts));

        Assert.DoesNotContain("<text", svg);
        Assert.DoesNotContain("font", svg);
        Assert.Contains("</svg>", svg);
    }

    private static byte[] Png(Chart chart)
    {
        using var stream = new MemoryStream();
        chart.WritePng(stream);
        return stream.ToArray();
    }

    private static string Svg(Chart chart)
    {
        using var stream = new MemoryStream();
        chart.WriteSvg(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

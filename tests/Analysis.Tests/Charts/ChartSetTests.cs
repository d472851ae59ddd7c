using System.Xml.Linq;
using RegressionAnalyzer.Analysis.Charts;
using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Tests.Charts;

public sealed class ChartSetTests
{
    private static readonly string Usual = Rows("x,z,group,y", 60, row => $"{row * 7 % 60},{row * row % 17},{"abc"[row % 3]},{3 + 2 * (row * 7 % 60) + row * 31 % 13}");

    private static readonly Dictionary<string, string> Awkward = new()
    {
        ["one row"] = "x,y\n1,2\n",
        ["as many rows as coefficients"] = "x,y\n1,2\n2,5\n",
        ["a constant target and a constant feature"] = "k,x,y\n7.1,1,4\n7.1,2,4\n7.1,3,4\n7.1,9,4\n",
        ["an exact law"] = Rows("x,y", 30, row => $"{row},{3 + 2 * row}"),
        ["a line that leaves the points"] = Rows("x,y", 103, row => row < 100 ? $"{row / 100.0},{row / 10.0 + row % 3}" : $"{(row - 99) * 4},10"),
        ["a band that leaves the points"] = "x,z,y\n1,2,3.1\n2,1,1\n3,2,9\n4,5,2\n9,3,12\n",
        ["only categories"] = Rows("a,b,y", 40, row => $"{"pqr"[row % 3]},{"st"[row * row % 5 % 2]},{row % 3 + row * 13 % 7}"),
        ["large levels with small spreads"] = Rows("x,y", 30, row => $"{9007199254740992 + 2 * row},{1_000_000_000 + row}.{row * 7 % 10}"),
        ["very small and very large numbers"] = Rows("x,y", 30, row => $"{row * 7 % 30}e-65,{row * 11 % 30 - 9}e65"),
        ["hundreds of features"] = Rows(
            string.Join(',', Enumerable.Range(0, 120).Select(column => $"feature_{column}")) + ",y", 140,
            row => string.Join(',', Enumerable.Range(0, 121).Select(column => (row * 131 + column * 977 + row * column * 17) % 1009))),
        ["long, hostile and foreign names"] = Rows(
            $"\"{new string('w', 5000)}\",\"<script>alert('x')</script> & \"\"co\"\"\",\"a\nb\u0001\",Größe Δ 値 🙂,y", 20,
            row => $"{row},{row * row % 7},{row * 5 % 11},{row * 3 % 5},{row + row * 7 % 3}"),
    };

    public static TheoryData<string> AwkwardTables => [.. Awkward.Keys];

    [Fact]
    public void A_table_of_numbers_and_categories_has_the_whole_set()
    {
        using var table = new TempTable(Usual);

        var charts = table.Analyze("y").Charts;

        Assert.Equal(
            ["actual_vs_predicted", "feature_importance", "coefficients", "strongest_feature", "residuals_vs_fitted", "residuals_qq", "correlation", "min_max"],
            charts.Select(chart => chart.Name));
        Assert.All(charts, chart => Assert.NotEqual("", chart.Title));
        Assert.All(charts, chart => Assert.EndsWith(".", chart.Description));
    }

    [Theory]
    [InlineData(ChartTheme.Light)]
    [InlineData(ChartTheme.Dark)]
    public void The_same_table_gives_the_same_bytes(ChartTheme theme)
    {
        using var table = new TempTable(Usual);

        var (first, second) = (table.Analyze("y").Charts, table.Analyze("y").Charts);

        Assert.Equal(first.Select(chart => chart.Png(theme)), second.Select(chart => chart.Png(theme)));
        Assert.Equal(first.Select(chart => chart.Svg(theme)), second.Select(chart => chart.Svg(theme)));
    }

    [Theory, MemberData(nameof(AwkwardTables))]
    public void Every_chart_of_an_awkward_table_can_be_drawn_and_read(string name)
    {
        using var table = new TempTable(Awkward[name]);

        var charts = table.Analyze("y").Charts;

        Assert.NotEmpty(charts);
        foreach (var chart in charts)
        {
            using var picture = SKBitmap.Decode(chart.Png());
            Assert.Equal(1440, picture.Width);
            Assert.InRange(picture.Height, 200, 1500);
            Assert.True(picture.Pixels.Distinct().Count() > 10, $"{chart.Name} is empty");
            var svg = chart.Svg();
            Assert.DoesNotContain("NaN", svg, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"inf", svg, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", svg);
            Assert.InRange(svg.Length, 1, 2_000_000);
            _ = XDocument.Parse(svg);
        }
    }

    [Theory, MemberData(nameof(AwkwardTables))]
    public void Charts_that_were_saved_are_drawn_to_the_same_bytes(string name)
    {
        using var table = new TempTable(Awkward[name]);
        var charts = table.Analyze("y").Charts;
        using var file = new MemoryStream();

        charts.Save(file);
        file.Position = 0;
        var loaded = ChartSet.Load(file);

        Assert.Equal(charts.Select(chart => (chart.Name, chart.Title, chart.Description)), loaded.Select(chart => (chart.Name, chart.Title, chart.Description)));
        Assert.Equal(charts.Select(chart => chart.Svg(ChartTheme.Dark)), loaded.Select(chart => chart.Svg(ChartTheme.Dark)));
    }

    [Theory, MemberData(nameof(AwkwardTables))]
    public void No_mark_leaves_the_frame(string name)
    {
        using var table = new TempTable(Awkward[name]);
        string[] framed = ["actual_vs_predicted", "strongest_feature", "residuals_vs_fitted", "residuals_qq"];

        var charts = table.Analyze("y").Charts.Where(chart => framed.Contains(chart.Name)).ToList();

        foreach (var chart in charts)
        {
            // the same marks stand in both themes
            using var picture = SKBitmap.Decode(chart.Png());
            // the frame stands between 112 and 528 of 600 units, of 1.5 pixels each
            var pixels = picture.Pixels.AsSpan();
            Assert.False(HasColor(pixels[..(167 * picture.Width)]), $"{chart.Name} has a mark above its frame");
            Assert.False(HasColor(pixels[(794 * picture.Width)..]), $"{chart.Name} has a mark below its frame");
            for (var row = 167; row < 794; row++)
                Assert.False(HasColor(pixels[(row * picture.Width + 1397)..((row + 1) * picture.Width)]), $"{chart.Name} has a mark right of its frame");
        }
    }

    [Fact]
    public void The_line_along_the_strongest_feature_is_shown_from_end_to_end()
    {
        using var table = new TempTable(Awkward["a line that leaves the points"]);

        using var picture = SKBitmap.Decode(table.Analyze("y").Charts.Single(chart => chart.Name == "strongest_feature").Png());

        var line = Palette.For(ChartTheme.Light).Second;
        var pixels = picture.Pixels;
        Assert.InRange(Enumerable.Range(0, pixels.Length).Where(at => pixels[at] == line).Max(at => at % picture.Width), 1350, 1365);
    }

    [Fact]
    public void An_svg_needs_no_font_to_be_read_and_tells_the_blind_what_it_shows()
    {
        using var table = new TempTable(Usual.Replace("x,z,group", "Größe,z,group", StringComparison.Ordinal));

        foreach (var chart in table.Analyze("y").Charts)
        {
            var svg = chart.Svg();
            var root = XDocument.Parse(svg).Root!;
            Assert.DoesNotContain("<text", svg);
            Assert.DoesNotContain("font", svg);
            Assert.Equal("img", root.Attribute("role")?.Value);
            Assert.StartsWith("0 0 960 ", root.Attribute("viewBox")?.Value);
            Assert.Equal([chart.Title, chart.Description], root.Elements().Take(2).Select(element => element.Value));
        }
    }

    [Fact]
    public void A_dark_chart_stands_on_a_dark_ground()
    {
        using var table = new TempTable(Usual);

        foreach (var chart in table.Analyze("y").Charts)
        {
            using var light = SKBitmap.Decode(chart.Png());
            using var dark = SKBitmap.Decode(chart.Png(ChartTheme.Dark));
            Assert.Equal(255, light.GetPixel(2, 2).Red);
            Assert.InRange(dark.GetPixel(2, 2).Red, 0, 40);
            Assert.Equal(light.Info.Size, dark.Info.Size);
        }
    }

    /// <summary>Whether there is more than text and frames, which are grey.</summary>
    private static bool HasColor(ReadOnlySpan<SKColor> pixels)
    {
        foreach (var color in pixels)
        {
            if (Math.Max(color.Red, Math.Max(color.Green, color.Blue)) - Math.Min(color.Red, Math.Min(color.Green, color.Blue)) > 40)
                return true;
        }

        return false;
    }

    private static string Rows(string header, int rows, Func<int, string> row) =>
        string.Concat(Enumerable.Range(0, rows).Select(i => row(i) + "\n").Prepend(header + "\n"));
}

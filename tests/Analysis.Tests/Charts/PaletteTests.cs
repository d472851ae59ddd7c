using RegressionAnalyzer.Analysis.Charts;

namespace RegressionAnalyzer.Analysis.Tests.Charts;

/// <summary>Web Content Accessibility Guidelines 2.2: 1.4.3 asks a contrast of 4.5 of text, 1.4.11 one of 3 of marks.</summary>
public sealed class PaletteTests
{
    [Theory]
    [InlineData(ChartTheme.Light)]
    [InlineData(ChartTheme.Dark)]
    public void Text_and_marks_stand_out_from_the_page(ChartTheme theme)
    {
        var palette = Palette.For(theme);

        Assert.True(Palette.Contrast(palette.Ink, palette.Background) >= 7);
        Assert.True(Palette.Contrast(palette.Muted, palette.Background) >= 4.5);
        Assert.True(Palette.Contrast(palette.First, palette.Background) >= 3);
        Assert.True(Palette.Contrast(palette.Second, palette.Background) >= 3);
    }

    [Theory]
    [InlineData(ChartTheme.Light)]
    [InlineData(ChartTheme.Dark)]
    public void Numbers_on_coloured_cells_can_be_read(ChartTheme theme)
    {
        var palette = Palette.For(theme);

        for (var share = 0.0; share <= 1; share += 0.05)
        {
            foreach (var color in (SkiaSharp.SKColor[])[palette.Tint(palette.First, share), palette.Tint(palette.Second, share)])
                Assert.True(Palette.Contrast(palette.On(color), color) >= 3.8, $"{color} at {share}");
        }
    }
}

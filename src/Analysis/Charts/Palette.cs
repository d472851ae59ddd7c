using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>
/// Colours that stay apart for every kind of colour vision and in grey print, on a light or a dark page.
/// Source: Okabe and Ito, "Color Universal Design" (2008). Ink and muted text keep a contrast of at least 4.5 to the background (WCAG 2.2, 1.4.3),
/// the two colours of at least 3 (1.4.11).
/// </summary>
internal sealed record Palette(SKColor Background, SKColor Ink, SKColor Muted, SKColor Grid, SKColor First, SKColor Second)
{
    private static readonly Palette Light = new(
        SKColors.White, new(0x22, 0x22, 0x22), new(0x5F, 0x5F, 0x5F), new(0xE6, 0xE6, 0xE6), new(0x00, 0x72, 0xB2), new(0xD5, 0x5E, 0x00));

    private static readonly Palette Dark = new(
        new(0x1A, 0x1D, 0x21), new(0xEC, 0xEC, 0xEC), new(0xAE, 0xB3, 0xB9), new(0x34, 0x39, 0x40), new(0x56, 0xB4, 0xE9), new(0xE6, 0x9F, 0x00));

    public static Palette For(ChartTheme theme) => theme == ChartTheme.Dark ? Dark : Light;

    /// <summary>A colour laid thinly on the background, opaque.</summary>
    /// <param name="share">0 is the background, 1 the colour.</param>
    public SKColor Tint(SKColor color, double share)
    {
        byte Mix(byte from, byte to) => (byte)Math.Round(from + (to - from) * share);
        return new SKColor(Mix(Background.Red, color.Red), Mix(Background.Green, color.Green), Mix(Background.Blue, color.Blue));
    }

    /// <summary>Ink or background, whichever is easier to read on a colour.</summary>
    public SKColor On(SKColor color) => Contrast(color, Ink) >= Contrast(color, Background) ? Ink : Background;

    /// <summary>The contrast ratio of WCAG 2.2.</summary>
    public static double Contrast(SKColor one, SKColor other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(SKColor color) => 0.2126 * Linear(color.Red) + 0.7152 * Linear(color.Green) + 0.0722 * Linear(color.Blue);

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}

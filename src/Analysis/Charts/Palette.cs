using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>
/// Colours that stay apart for every kind of colour vision and in grey print.
/// Source: Okabe and Ito, "Color Universal Design" (2008).
/// </summary>
internal static class Palette
{
    public static readonly SKColor Background = SKColors.White;
    public static readonly SKColor Ink = new(0x22, 0x22, 0x22);
    public static readonly SKColor Muted = new(0x5F, 0x5F, 0x5F);
    public static readonly SKColor Grid = new(0xE3, 0xE3, 0xE3);
    public static readonly SKColor Blue = new(0x00, 0x72, 0xB2);
    public static readonly SKColor Vermilion = new(0xD5, 0x5E, 0x00);
}

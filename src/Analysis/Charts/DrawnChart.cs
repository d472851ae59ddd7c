using System.Net;
using System.Text;
using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>A chart drawn once and written as pixels or as outlines.</summary>
internal abstract class DrawnChart : Chart
{
    protected const float Width = 960;

    /// <summary>Where title and subtitle end.</summary>
    protected const float HeadHeight = 76;

    protected const float Margin = 24;

    private const float TitleSize = 20;
    private const float SubtitleSize = 13.5f;

    /// <summary>Pixels to a unit: sharp on the screens people have.</summary>
    private const float Scale = 1.5f;

    /// <summary>One line under the title: what to look for.</summary>
    protected abstract string Subtitle { get; }

    protected virtual float Height => 600;

    public sealed override void WritePng(Stream output, ChartTheme theme)
    {
        // this order of the colours is the one that Skia draws fast
        var size = new SKImageInfo((int)(Width * Scale), (int)(Height * Scale), SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(size);
        surface.Canvas.Scale(Scale);
        DrawWhole(surface.Canvas, Palette.For(theme));
        using var pixels = surface.PeekPixels();
        PngWriter.Write(output, pixels);
    }

    public sealed override void WriteSvg(Stream output, ChartTheme theme)
    {
        // the canvas writes its last tags when it is closed
        using var buffer = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Width, Height), buffer))
            DrawWhole(canvas, Palette.For(theme));
        output.Write(Described(buffer));
    }

    protected abstract void Draw(Sheet sheet);

    private void DrawWhole(SKCanvas canvas, Palette palette)
    {
        var sheet = new Sheet(canvas, palette);
        sheet.Box(SKRect.Create(Width, Height), palette.Background);
        sheet.Text(Typography.Fit(Title, TitleSize, Width - 2 * Margin), Margin, 38, TitleSize, palette.Ink);
        sheet.Text(Typography.Fit(Subtitle, SubtitleSize, Width - 2 * Margin), Margin, 62, SubtitleSize, palette.Muted);
        Draw(sheet);
    }

    /// <summary>Lets the picture grow with its page, and tells those who cannot see it what it shows (SVG 2, 5.6 and 8.6; WAI-ARIA img).</summary>
    private byte[] Described(MemoryStream svg)
    {
        var text = Encoding.UTF8.GetString(svg.GetBuffer(), 0, (int)svg.Length);
        var tag = text.IndexOf("<svg ", StringComparison.Ordinal) + "<svg ".Length;
        var body = text.IndexOf('>', tag) + 1;
        var box = FormattableString.Invariant($"viewBox=\"0 0 {Width} {Height}\" role=\"img\" ");
        return Encoding.UTF8.GetBytes($"{text[..tag]}{box}{text[tag..body]}<title>{Plain(Title)}</title><desc>{Plain(Description)}</desc>{text[body..]}");
    }

    /// <summary>XML 1.0 has no place for control characters and halves of characters, escaped or not.</summary>
    private static string Plain(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Select(rune => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString())));
}

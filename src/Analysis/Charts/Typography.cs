using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>
/// Text drawn as outlines of the embedded DejaVu Sans (2.37, free licence beside the file), so that a chart needs no font where it is made and none
/// where it is looked at.
/// </summary>
internal static class Typography
{
    private static readonly SKTypeface Typeface = Load();

    public static float Width(string text, float size)
    {
        using var font = new SKFont(Typeface, size);
        return font.MeasureText(text);
    }

    /// <summary>Draws one line of text.</summary>
    /// <param name="align">0 starts at <paramref name="x"/>, 0.5 centres on it, 1 ends there.</param>
    public static void Draw(SKCanvas canvas, string text, float x, float y, float size, SKColor color, float align = 0)
    {
        using var font = new SKFont(Typeface, size) { Hinting = SKFontHinting.None, Subpixel = true };
        using var path = font.GetTextPath(text, new SKPoint(x - align * font.MeasureText(text), y));
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    /// <summary>Cuts a text that is too wide, with an ellipsis.</summary>
    public static string Fit(string text, float size, float width)
    {
        if (Width(text, size) <= width)
            return text;
        var length = text.Length;
        while (length > 1 && Width(text[..length] + "…", size) > width)
            length--;
        return text[..length] + "…";
    }

    private static SKTypeface Load()
    {
        using var stream = typeof(Typography).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        return SKTypeface.FromStream(stream);
    }
}

using System.Text;
using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>
/// Text drawn as outlines of the embedded DejaVu Sans (2.37, free licence beside the file), so that a chart needs no font where it is made and none
/// where it is looked at.
/// </summary>
internal static class Typography
{
    /// <summary>No line on a chart has room for more characters; measuring a name of a megabyte would take its time.</summary>
    private const int MostCharacters = 400;

    private static readonly SKTypeface Typeface = Load();

    public static float Width(string text, float size)
    {
        using var font = Font(size);
        return font.MeasureText(text);
    }

    /// <summary>Draws one line of text.</summary>
    /// <param name="align">0 starts at <paramref name="x"/>, 0.5 centres on it, 1 ends there.</param>
    public static void Draw(SKCanvas canvas, string text, float x, float y, float size, SKColor color, float align = 0)
    {
        using var font = Font(size);
        using var path = font.GetTextPath(text, new SKPoint(x - align * font.MeasureText(text), y));
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    /// <summary>
    /// Brings a text to one line of at most a width: control characters become blanks, and where it is too long the middle goes, because the
    /// names of columns differ at their ends as often as at their beginnings.
    /// </summary>
    public static string Fit(string text, float size, float width)
    {
        var runes = text.EnumerateRunes().Take(MostCharacters + 1).Select(rune => Rune.IsControl(rune) ? new Rune(' ') : rune).ToList();
        var whole = string.Concat(runes);
        using var font = Font(size);
        if (runes.Count <= MostCharacters && font.MeasureText(whole) <= width)
            return whole;
        // what lies beyond the measured characters still counts at the end
        var end = text.Length > MostCharacters ? [.. Tail(text)] : runes;
        int low = 1, high = Math.Min(runes.Count, end.Count);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (font.MeasureText(Cut(runes, end, middle)) <= width)
                low = middle;
            else
                high = middle - 1;
        }

        return Cut(runes, end, low);
    }

    private static string Cut(List<Rune> start, List<Rune> end, int keep) =>
        string.Concat(start.Take((keep + 1) / 2)).TrimEnd() + "…" + string.Concat(end.TakeLast(keep / 2)).TrimStart();

    private static IEnumerable<Rune> Tail(string text) =>
        text[^Math.Min(text.Length, MostCharacters)..].EnumerateRunes().Select(rune => Rune.IsControl(rune) ? new Rune(' ') : rune);

    private static SKFont Font(float size) => new(Typeface, size) { Hinting = SKFontHinting.None, Subpixel = true };

    private static SKTypeface Load()
    {
        using var stream = typeof(Typography).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        return SKTypeface.FromStream(stream);
    }
}

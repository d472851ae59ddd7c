using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>What a chart draws on: marks and text in the colours of one theme.</summary>
internal sealed class Sheet(SKCanvas canvas, Palette palette)
{
    private static readonly float[] Dashes = [6, 5];

    public Palette Palette { get; } = palette;

    public void Line(SKPoint from, SKPoint to, SKColor color, float width = 1, bool dashed = false)
    {
        using var paint = Stroke(color, width);
        using var effect = dashed ? SKPathEffect.CreateDash(Dashes, 0) : null;
        paint.PathEffect = effect;
        canvas.DrawLine(from, to, paint);
    }

    public void Polyline(IReadOnlyList<SKPoint> points, SKColor color, float width)
    {
        using var paint = Stroke(color, width);
        paint.StrokeJoin = SKStrokeJoin.Round;
        using var path = PathOf(points, close: false);
        canvas.DrawPath(path, paint);
    }

    public void Area(IReadOnlyList<SKPoint> outline, SKColor color)
    {
        using var paint = Fill(color);
        using var path = PathOf(outline, close: true);
        canvas.DrawPath(path, paint);
    }

    public void Box(SKRect box, SKColor color)
    {
        using var paint = Fill(color);
        canvas.DrawRect(box, paint);
    }

    public void Frame(SKRect box, SKColor color)
    {
        using var paint = Stroke(color, 1);
        canvas.DrawRect(box, paint);
    }

    public void Dot(SKPoint at, float radius, SKColor color)
    {
        using var paint = Fill(color);
        canvas.DrawCircle(at, radius, paint);
    }

    /// <summary>A dot that is no more than its edge.</summary>
    public void Ring(SKPoint at, float radius, SKColor color)
    {
        Dot(at, radius, Palette.Background);
        using var paint = Stroke(color, 2);
        canvas.DrawCircle(at, radius, paint);
    }

    /// <summary>Draws the cloud of a scatter plot: the more points, the smaller and the fainter each.</summary>
    public void Cloud(IReadOnlyList<SKPoint> points)
    {
        var (radius, alpha) = points.Count switch { <= 60 => (5f, 0xD0), <= 400 => (4f, 0xA0), _ => (3f, 0x70) };
        using var paint = Fill(Palette.First.WithAlpha((byte)alpha));
        foreach (var point in points)
            canvas.DrawCircle(point, radius, paint);
    }

    public void Text(string text, float x, float y, float size, SKColor color, float align = 0) => Typography.Draw(canvas, text, x, y, size, color, align);

    private static SKPaint Stroke(SKColor color, float width) => new() { Color = color, StrokeWidth = width, IsStroke = true, IsAntialias = true };

    private static SKPaint Fill(SKColor color) => new() { Color = color, IsAntialias = true };

    private static SKPath PathOf(IReadOnlyList<SKPoint> points, bool close)
    {
        using var path = new SKPathBuilder();
        path.AddPoly([.. points], close);
        return path.Detach();
    }
}

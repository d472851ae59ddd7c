using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>A chart drawn once and written as pixels or as outlines.</summary>
internal abstract class DrawnChart : Chart
{
    protected const float Width = 960;
    protected const float Height = 600;

    /// <summary>Pixels to a unit: sharp on the screens people have.</summary>
    private const float Scale = 1.5f;

    public sealed override void WritePng(Stream output)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(Width * Scale), (int)(Height * Scale), SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Scale(Scale);
        DrawWhole(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(output);
    }

    public sealed override void WriteSvg(Stream output)
    {
        // the canvas writes its last tags when it is closed
        using var buffer = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Width, Height), buffer))
            DrawWhole(canvas);
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    protected abstract void Draw(SKCanvas canvas);

    private void DrawWhole(SKCanvas canvas)
    {
        using var background = new SKPaint { Color = Palette.Background };
        canvas.DrawRect(0, 0, Width, Height, background);
        Typography.Draw(canvas, Typography.Fit(Title, 20, Width - 48), 24, 38, 20, Palette.Ink);
        Draw(canvas);
    }
}

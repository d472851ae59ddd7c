using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>The area between two axes, with its grid, marks and labels.</summary>
internal sealed class PlotFrame(SKRect area, Axis horizontal, Axis vertical)
{
    private const float LabelSize = 13;
    private const float NameSize = 14;

    public SKPoint At(double x, double y) => new(area.Left + horizontal.At(x) * area.Width, area.Bottom - vertical.At(y) * area.Height);

    public void Draw(SKCanvas canvas, string horizontalName, string verticalName)
    {
        using var grid = new SKPaint { Color = Palette.Grid, StrokeWidth = 1, IsStroke = true };
        using var frame = new SKPaint { Color = Palette.Muted, StrokeWidth = 1, IsStroke = true };
        foreach (var (value, label) in horizontal.Ticks())
        {
            var x = area.Left + horizontal.At(value) * area.Width;
            canvas.DrawLine(x, area.Top, x, area.Bottom, grid);
            Typography.Draw(canvas, label, x, area.Bottom + 20, LabelSize, Palette.Muted, 0.5f);
        }

        foreach (var (value, label) in vertical.Ticks())
        {
            var y = area.Bottom - vertical.At(value) * area.Height;
            canvas.DrawLine(area.Left, y, area.Right, y, grid);
            Typography.Draw(canvas, label, area.Left - 8, y + 5, LabelSize, Palette.Muted, 1);
        }

        canvas.DrawRect(area, frame);
        Typography.Draw(canvas, Typography.Fit(horizontalName, NameSize, area.Width), area.MidX, area.Bottom + 46, NameSize, Palette.Ink, 0.5f);
        // upright beside the title's edge: a name turned on its side is hard to read
        Typography.Draw(canvas, Typography.Fit(verticalName, NameSize, area.Width), 24, area.Top - 12, NameSize, Palette.Ink);
    }
}

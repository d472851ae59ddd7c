using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>Each sampled row as a point: what it is against what the fit says it should be. On the line they agree.</summary>
internal sealed class ActualVsPredicted(string target, FittedSample sample) : DrawnChart
{
    public override string Name => "actual_vs_predicted";

    public override string Title => $"Actual and predicted {target}";

    public override string Description =>
        $"Scatter plot of {sample.Points.Count} of {sample.Rows} rows: predicted {target} across, actual {target} up. Points near the diagonal are predicted well.";

    protected override void Draw(SKCanvas canvas)
    {
        var low = sample.Points.Min(point => Math.Min(point.Predicted, point.Actual));
        var high = sample.Points.Max(point => Math.Max(point.Predicted, point.Actual));
        var axis = new Axis(low, high);
        var frame = new PlotFrame(new SKRect(110, 90, Width - 30, Height - 70), axis, axis);
        frame.Draw(canvas, $"predicted {target}", $"actual {target}");

        using var line = new SKPaint { Color = Palette.Vermilion, StrokeWidth = 2, IsStroke = true, IsAntialias = true };
        canvas.DrawLine(frame.At(low, low), frame.At(high, high), line);
        using var dot = new SKPaint { Color = Palette.Blue.WithAlpha(0x80), IsAntialias = true };
        foreach (var (_, actual, predicted) in sample.Points)
            canvas.DrawCircle(frame.At(predicted, actual), 3, dot);
    }
}

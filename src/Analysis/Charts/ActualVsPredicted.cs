namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>Each sampled row as a point: what it is against what the fit says it should be. On the line they agree.</summary>
internal sealed class ActualVsPredicted(string target, FittedSample sample) : DrawnChart
{
    public override string Name => "actual_vs_predicted";

    public override string Title => $"Actual and predicted {target}";

    public override string Description =>
        $"Scatter plot of {sample.InWords}: predicted {target} across, actual {target} up. Points near the diagonal are predicted well.";

    protected override string Subtitle => $"{sample.InWords}; on the line the model is right, above it the actual value is higher than predicted";

    protected override void Draw(Sheet sheet)
    {
        var low = sample.Points.Min(point => Math.Min(point.Predicted, point.Actual));
        var high = sample.Points.Max(point => Math.Max(point.Predicted, point.Actual));
        var axis = new Axis(low, high);
        var frame = new PlotFrame(axis, axis, Width, Height);
        frame.Draw(sheet, $"predicted {target}", $"actual {target}");
        sheet.Cloud([.. sample.Points.Select(point => frame.At(point.Predicted, point.Actual))]);
        sheet.Line(frame.At(low, low), frame.At(high, high), sheet.Palette.Second, 2);
    }
}

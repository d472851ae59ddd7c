namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>What the fit leaves unexplained, across what it says: a curve or a funnel here is a law that a straight line misses.</summary>
internal sealed class ResidualsVsFitted(string target, FittedSample sample) : DrawnChart
{
    private const int MostBins = 20;
    private const int LeastInBin = 15;

    public override string Name => "residuals_vs_fitted";

    public override string Title => $"What the model leaves unexplained of {target}";

    public override string Description =>
        $"Scatter plot of {sample.InWords}: predicted {target} across, residual (actual less predicted) up, with the running median. "
        + "An even band about zero means that a straight line suits; a bend means a curved law, a funnel an uneven spread.";

    protected override string Subtitle => $"{sample.InWords}; an even band about zero is good, a bend means a curved law, a funnel an uneven spread";

    protected override void Draw(Sheet sheet)
    {
        var points = sample.Points;
        var reach = points.Max(point => Math.Abs(point.Residual));
        var frame = new PlotFrame(
            new Axis(points.Min(point => point.Predicted), points.Max(point => point.Predicted)), new Axis(-reach, reach), Width, Height);
        frame.Draw(sheet, $"predicted {target}", "residual");
        var zero = frame.At(0, 0).Y;
        sheet.Line(new(frame.Area.Left, zero), new(frame.Area.Right, zero), sheet.Palette.Muted, 1.5f);
        sheet.Cloud([.. points.Select(point => frame.At(point.Predicted, point.Residual))]);
        var trend = Trend().Select(at => frame.At(at.Predicted, at.Residual)).ToList();
        if (trend.Count > 2)
            sheet.Polyline(trend, sheet.Palette.Second, 2.5f);
    }

    /// <summary>The medians of as many rows each, from the lowest prediction to the highest: no single row bends it.</summary>
    private IEnumerable<(double Predicted, double Residual)> Trend()
    {
        var ordered = sample.Points.OrderBy(point => point.Predicted).ThenBy(point => point.Row).ToArray();
        var bins = Math.Min(MostBins, ordered.Length / LeastInBin);
        for (var bin = 0; bin < bins; bin++)
        {
            var part = ordered[(ordered.Length * bin / bins)..(ordered.Length * (bin + 1) / bins)];
            yield return (Median(part.Select(point => point.Predicted)), Median(part.Select(point => point.Residual)));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered.Length % 2 == 1 ? ordered[ordered.Length / 2] : 0.5 * ordered[ordered.Length / 2 - 1] + 0.5 * ordered[ordered.Length / 2];
    }
}

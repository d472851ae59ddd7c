using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>The fit's line along one term, all others held at their means.</summary>
/// <param name="Coefficient">The term's row of the inference table.</param>
/// <param name="TermMean">The term's mean over the rows of the fit.</param>
/// <param name="TargetMean">The target's.</param>
/// <param name="MeanError">Half the 95 % interval of the prediction where every term is at its mean; null where there is none.</param>
/// <param name="IsCategory">Whether the term is 1 in a category and 0 outside it.</param>
internal sealed record TermLine(Coefficient Coefficient, double TermMean, double TargetMean, double? MeanError, bool IsCategory)
{
    public double At(double term) => TargetMean + Coefficient.Value * (term - TermMean);

    /// <summary>Half the 95 % interval of the line: its height and its slope are uncorrelated at the mean.</summary>
    public double? HalfBand(double term) => MeanError is { } level && Coefficient.CiHigh - Coefficient.Value is { } slope
        ? Math.Sqrt(level * level + Math.Pow((term - TermMean) * slope, 2))
        : null;
}

/// <summary>
/// The term with the surest effect: the target along it, freed of what the other terms do (partial residuals), with the fit's line and its band.
/// Source: Fox, "Applied Regression Analysis" (2016), 12.3.1.
/// </summary>
internal sealed class StrongestFeature(string target, TermLine line, FittedSample sample, bool alone) : DrawnChart
{
    private const int BandSteps = 60;

    public override string Name => "strongest_feature";

    public override string Title => $"{target} along {line.Coefficient.Feature}, the surest effect";

    public override string Description =>
        $"Scatter plot of {sample.InWords}: {line.Coefficient.Feature} across, {target} {Held}up, with the fitted line of slope {Numeral.Short(line.Coefficient.Value)} and its 95 % band.";

    protected override string Subtitle => $"{sample.InWords}{(alone ? "" : ", the other features held at their means")}; line: the fit, band: its 95 % interval";

    private string Held => alone ? "" : "with the other features held at their means ";

    protected override void Draw(Sheet sheet)
    {
        var points = sample.Points.Select(point => (X: line.IsCategory ? Spread(point) : point.Term, Y: line.At(point.Term) + point.Residual)).ToArray();
        var (left, right) = line.IsCategory ? (-0.5, 1.5) : (points.Min(point => point.X), points.Max(point => point.X));
        var horizontal = new Axis(left, right);
        var (from, to) = line.IsCategory ? (0, 1) : (left, right);
        var frame = new PlotFrame(horizontal, Vertical([.. points.Select(point => point.Y), line.At(from), line.At(to)], from, to), Width, Height);
        frame.Draw(sheet, line.IsCategory ? "" : line.Coefficient.Feature, alone ? target : $"{target}, other features at their means", marks: !line.IsCategory);
        sheet.Cloud([.. points.Select(point => frame.At(point.X, point.Y))]);
        if (line.IsCategory)
        {
            DrawGroup(sheet, frame, 0, "all others");
            DrawGroup(sheet, frame, 1, line.Coefficient.Feature);
        }
        else
        {
            DrawBand(sheet, frame, left, right);
        }
    }

    /// <summary>Holds the points and the line, and of the band what leaves them half of the height: that of few rows may be many times as wide.</summary>
    private Axis Vertical(double[] values, double from, double to)
    {
        var (low, high) = (values.Min(), values.Max());
        var room = (high - low) / 2;
        var below = Math.Min(line.At(from) - (line.HalfBand(from) ?? 0), line.At(to) - (line.HalfBand(to) ?? 0));
        var above = Math.Max(line.At(from) + (line.HalfBand(from) ?? 0), line.At(to) + (line.HalfBand(to) ?? 0));
        return new Axis(Math.Min(low, Math.Max(below, low - room)), Math.Max(high, Math.Min(above, high + room)));
    }

    private void DrawBand(Sheet sheet, PlotFrame frame, double left, double right)
    {
        var steps = Enumerable.Range(0, BandSteps + 1).Select(step => left + (right - left) * step / BandSteps).ToArray();
        if (line.HalfBand(left) is not null)
        {
            var upper = steps.Select(x => frame.Within(x, line.At(x) + line.HalfBand(x)!.Value));
            var lower = steps.Reverse().Select(x => frame.Within(x, line.At(x) - line.HalfBand(x)!.Value));
            sheet.Area([.. upper, .. lower], sheet.Palette.Second.WithAlpha(0x55));
        }

        sheet.Line(frame.At(left, line.At(left)), frame.At(right, line.At(right)), sheet.Palette.Second, 2.5f);
    }

    private void DrawGroup(Sheet sheet, PlotFrame frame, double term, string name)
    {
        var (from, to) = (frame.At(term - 0.35, line.At(term)), frame.At(term + 0.35, line.At(term)));
        if (line.HalfBand(term) is { } half)
        {
            var box = new SKRect(from.X, frame.Within(term, line.At(term) + half).Y, to.X, frame.Within(term, line.At(term) - half).Y);
            sheet.Box(box, sheet.Palette.Second.WithAlpha(0x55));
        }

        sheet.Line(from, to, sheet.Palette.Second, 2.5f);
        sheet.Text(Typography.Fit(name, 14, frame.Area.Width / 2 - 24), (from.X + to.X) / 2, frame.Area.Bottom + 26, 14, sheet.Palette.Ink, 0.5f);
    }

    /// <summary>Points of one group side by side, the same way each time.</summary>
    private static double Spread(FittedPoint point) => point.Term + (Loading.Scramble.Of((ulong)point.Row) >> 11) * (0.6 / (1UL << 53)) - 0.3;
}

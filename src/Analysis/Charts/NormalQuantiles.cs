using MathNet.Numerics.Distributions;
using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>The residuals in order against where as many normal ones would lie (a Q-Q plot), in standard deviations.</summary>
internal sealed class NormalQuantiles(string target, FittedSample sample) : DrawnChart
{
    private const int BandSteps = 80;

    public override string Name => "residuals_qq";

    public override string Title => $"Are the residuals of {target} normal?";

    public override string Description =>
        $"Q-Q plot of the residuals of {sample.InWords} against the normal distribution. Points along the line mean normal residuals, which p-values and intervals of small tables rely on.";

    protected override string Subtitle => $"{sample.InWords}; along the line they are; what lies within the band may be chance (95 %)";

    protected override void Draw(Sheet sheet)
    {
        var residuals = Standardized();
        var count = residuals.Length;
        var places = Enumerable.Range(0, count).Select(i => Normal.InvCDF(0, 1, Share(i, count))).ToArray();
        var reach = Math.Max(places[^1], 0.5);
        var frame = new PlotFrame(
            new Axis(-reach, reach), new Axis(Math.Min(residuals[0], -reach), Math.Max(residuals[^1], reach)), Width, Height);
        frame.Draw(sheet, "expected of a normal distribution (standard deviations)", "residual (standard deviations)");
        Band(sheet, frame, reach, count);
        sheet.Line(frame.At(-reach, -reach), frame.At(reach, reach), sheet.Palette.Second, 2);
        sheet.Cloud([.. places.Zip(residuals, frame.At)]);
    }

    /// <summary>Hazen's plotting position.</summary>
    private static double Share(int i, int count) => (i + 0.5) / count;

    /// <summary>The residuals over their root mean square, smallest first; all 0 where the fit is exact.</summary>
    private double[] Standardized()
    {
        var largest = sample.Points.Max(point => Math.Abs(point.Residual));
        var residuals = sample.Points.Select(point => largest > 0 ? point.Residual / largest : 0).Order().ToArray();
        var scale = Math.Sqrt(residuals.Sum(residual => residual * residual) / residuals.Length);
        return scale > 0 ? Array.ConvertAll(residuals, residual => residual / scale) : residuals;
    }

    /// <summary>Two standard errors of an order statistic to each side. Source: Fox, "Applied Regression Analysis" (2016), 3.1.3.</summary>
    private static void Band(Sheet sheet, PlotFrame frame, double reach, int count)
    {
        if (count < 3)
            return;
        var upper = new List<SKPoint>();
        var lower = new List<SKPoint>();
        for (var step = 0; step <= BandSteps; step++)
        {
            var z = reach * (2.0 * step / BandSteps - 1);
            var share = Normal.CDF(0, 1, z);
            var error = 1.96 * Math.Sqrt(share * (1 - share) / count) / Normal.PDF(0, 1, z);
            upper.Add(frame.Within(z, z + error));
            lower.Add(frame.Within(z, z - error));
        }

        lower.Reverse();
        sheet.Area([.. upper, .. lower], sheet.Palette.Tint(sheet.Palette.Second, 0.16));
    }
}

using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>A coefficient brought to the target's unit, so that features measured in grams and in years stand on one scale.</summary>
/// <param name="Coefficient">The row of the inference table.</param>
/// <param name="Step">The change of the feature it is shown for: its standard deviation, or 1 for a category.</param>
internal sealed record Effect(Coefficient Coefficient, double Step)
{
    /// <summary>An effect without error is no chance, though it has no p-value either.</summary>
    public bool IsSure => Coefficient.IsSignificant || (Coefficient is { StdError: 0 } && Coefficient.Value != 0);

    public double Value => Coefficient.Value * Step;

    public double Low => (Coefficient.CiLow ?? Coefficient.Value) * Step;

    public double High => (Coefficient.CiHigh ?? Coefficient.Value) * Step;
}

/// <summary>Each coefficient with its 95 % interval, largest effect first, its own number beside it.</summary>
internal sealed class CoefficientIntervals : DrawnChart
{
    private const float Right = 690;

    private readonly string _target;
    private readonly IReadOnlyList<Effect> _shown;
    private readonly int _all;

    public CoefficientIntervals(string target, IReadOnlyList<Effect> effects)
    {
        _target = target;
        _all = effects.Count;
        // a term that chance explains as well may have a wide effect; what is certain comes first
        _shown = [.. effects.OrderByDescending(effect => effect.IsSure).ThenByDescending(effect => Math.Abs(effect.Value)).Take(LabeledRows.Most)];
    }

    public override string Name => "coefficients";

    public override string Title => $"What moves {_target}: coefficients with 95 % intervals";

    public override string Description =>
        $"Intervals of {Counted} on one scale, the change of {_target} when the feature rises by one standard deviation or the category applies: "
        + string.Join(", ", _shown.Take(10).Select(effect => $"{effect.Coefficient.Feature} {Numeral.Short(effect.Value)}")) + ".";

    protected override string Subtitle => $"{Counted}; filled: differs from 0 at the 5 % level, hollow: may be chance. At the right the coefficient itself";

    protected override float Height => HeadHeight + 48 + LabeledRows.HeightOf(_shown.Count) + 70;

    private string Counted => _shown.Count < _all ? $"the {_shown.Count} largest of {_all} coefficients" : $"{_all} coefficient{(_all == 1 ? "" : "s")}";

    protected override void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        var rows = new LabeledRows(_shown.Select(effect => effect.Coefficient.Feature), HeadHeight + 40, Margin);
        var axis = new Axis(Math.Min(0, _shown.Min(effect => effect.Low)), Math.Max(0, _shown.Max(effect => effect.High)));
        rows.DrawScale(sheet, axis, Right, $"change of {_target} for one standard deviation of the feature (a category: against its reference)");
        sheet.Text("coefficient (95 % interval)", Right + 16, rows.Top - 12, LabeledRows.LabelSize, palette.Muted);
        var zero = rows.At(axis, 0, Right);
        sheet.Line(new SKPoint(zero, rows.Top - 4), new SKPoint(zero, rows.Bottom), palette.Muted, 1.5f);
        rows.Draw(sheet);
        for (var row = 0; row < _shown.Count; row++)
            DrawEffect(sheet, rows, axis, row);
    }

    private void DrawEffect(Sheet sheet, LabeledRows rows, Axis axis, int row)
    {
        var effect = _shown[row];
        var y = rows.Middle(row);
        var color = effect.IsSure ? sheet.Palette.First : sheet.Palette.Muted;
        sheet.Line(new SKPoint(rows.At(axis, effect.Low, Right), y), new SKPoint(rows.At(axis, effect.High, Right), y), color, 3);
        var at = new SKPoint(rows.At(axis, effect.Value, Right), y);
        if (effect.IsSure)
            sheet.Dot(at, 6, color);
        else
            sheet.Ring(at, 5, color);
        sheet.Text(Typography.Fit(Label(effect.Coefficient), LabeledRows.LabelSize, Width - Right - 24), Right + 16, y + 5, LabeledRows.LabelSize, sheet.Palette.Ink);
    }

    private static string Label(Coefficient coefficient) => coefficient is { CiLow: { } low, CiHigh: { } high }
        ? $"{Numeral.Short(coefficient.Value)}  ({Numeral.Short(low, 3)} to {Numeral.Short(high, 3)})"
        : Numeral.Short(coefficient.Value);
}

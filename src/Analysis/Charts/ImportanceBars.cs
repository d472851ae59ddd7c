using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>The features by importance, each with its spread over the shuffles.</summary>
internal sealed class ImportanceBars(FeatureImportance importance) : DrawnChart
{
    private const float Right = 850;

    private readonly IReadOnlyList<ImportantFeature> _shown = [.. importance.Features.Take(LabeledRows.Most)];

    public override string Name => "feature_importance";

    public override string Title => $"Which features predict {importance.Target}";

    public override string Description =>
        $"Bars of {Counted}, by how much R² of a random forest falls when the feature is shuffled: "
        + string.Join(", ", _shown.Take(10).Select(feature => $"{feature.Feature} {Numeral.Short(feature.Importance)}")) + ".";

    protected override string Subtitle =>
        $"{Counted} of a random forest that predicts unseen rows with R² {Numeral.Short(importance.ModelRSquared, 3)}; same rank: not to be told apart";

    protected override float Height => HeadHeight + 24 + LabeledRows.HeightOf(_shown.Count) + 70;

    private string Counted => _shown.Count < importance.Features.Count
        ? $"the first {_shown.Count} of {importance.Features.Count} features"
        : $"{_shown.Count} feature{(_shown.Count == 1 ? "" : "s")}";

    protected override void Draw(Sheet sheet)
    {
        var rows = new LabeledRows(_shown.Select(feature => $"{feature.Rank}  {feature.Feature}"), HeadHeight + 16, Margin);
        var axis = new Axis(
            Math.Min(0, _shown.Min(feature => feature.Importance - feature.ImportanceStd)), Math.Max(0, _shown.Max(feature => feature.Importance + feature.ImportanceStd)));
        rows.DrawScale(sheet, axis, Right, "R² lost when the feature is shuffled (mean and standard deviation of the shuffles)");
        rows.Draw(sheet);
        var zero = rows.At(axis, 0, Right);
        for (var row = 0; row < _shown.Count; row++)
        {
            var (y, feature) = (rows.Middle(row), _shown[row]);
            var end = rows.At(axis, feature.Importance, Right);
            sheet.Box(new SKRect(Math.Min(zero, end), y - 8, Math.Max(zero, end), y + 8), sheet.Palette.First);
            var (low, high) = (rows.At(axis, feature.Importance - feature.ImportanceStd, Right), rows.At(axis, feature.Importance + feature.ImportanceStd, Right));
            sheet.Line(new SKPoint(low, y), new SKPoint(high, y), sheet.Palette.Second, 2.5f);
            sheet.Text(Numeral.Short(feature.Importance), Math.Max(high, zero) + 8, y + 5, LabeledRows.LabelSize, sheet.Palette.Muted);
        }

        sheet.Line(new SKPoint(zero, rows.Top - 4), new SKPoint(zero, rows.Bottom), sheet.Palette.Muted, 1.5f);
    }
}

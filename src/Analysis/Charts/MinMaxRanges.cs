using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>Each numeric column from its smallest value to its largest, with its mean and the standard deviation to both sides of it.</summary>
internal sealed class MinMaxRanges(IReadOnlyList<MinMax> columns) : DrawnChart
{
    private readonly IReadOnlyList<MinMax> _shown = [.. columns.Take(LabeledRows.Most)];

    public override string Name => "min_max";

    public override string Title => "Smallest and largest values";

    public override string Description => $"Ranges of {Counted}: "
        + string.Join(", ", _shown.Take(10).Select(column => $"{column.Column} {Numeral.Short(column.MinValue)} to {Numeral.Short(column.MaxValue)}")) + ".";

    protected override string Subtitle => $"{Counted}, each on its own scale; dot: mean, thick bar: one standard deviation to each side";

    protected override float Height => HeadHeight + 48 + LabeledRows.HeightOf(_shown.Count) + 24;

    private string Counted => _shown.Count < columns.Count
        ? $"the first {_shown.Count} of {columns.Count} numeric columns"
        : $"{_shown.Count} numeric column{(_shown.Count == 1 ? "" : "s")}";

    protected override void Draw(Sheet sheet)
    {
        var rows = new LabeledRows(_shown.Select(column => column.Column), HeadHeight + 40, Margin);
        var ends = _shown.Select(column => Numeral.Pair(column.MinValue, column.MaxValue)).ToList();
        var left = rows.Left + 24 + WidthOf(ends.Select(pair => pair.Item1).Append("smallest"));
        var right = Width - Margin - 10 - WidthOf(ends.Select(pair => pair.Item2).Append("largest"));
        sheet.Text("smallest", left - 10, rows.Top - 8, LabeledRows.LabelSize, sheet.Palette.Muted, 1);
        sheet.Text("largest", right + 10, rows.Top - 8, LabeledRows.LabelSize, sheet.Palette.Muted);
        rows.Draw(sheet);
        for (var row = 0; row < _shown.Count; row++)
            DrawRange(sheet, _shown[row], ends[row], rows.Middle(row), left, right);
    }

    private static float WidthOf(IEnumerable<string> labels) => labels.Max(label => Typography.Width(label, LabeledRows.LabelSize));

    private static void DrawRange(Sheet sheet, MinMax column, (string Smallest, string Largest) ends, float y, float left, float right)
    {
        var palette = sheet.Palette;
        sheet.Text(ends.Smallest, left - 10, y + 5, LabeledRows.LabelSize, palette.Ink, 1);
        sheet.Text(ends.Largest, right + 10, y + 5, LabeledRows.LabelSize, palette.Ink);
        if (column.MinValue == column.MaxValue)
        {
            sheet.Text("one value", (left + right) / 2, y + 5, LabeledRows.LabelSize, palette.Muted, 0.5f);
            return;
        }

        // half of each: the difference of two values may be beyond all numbers
        float At(double value) => left + (right - left) * (float)Math.Clamp((value / 2 - column.MinValue / 2) / (column.MaxValue / 2 - column.MinValue / 2), 0, 1);
        sheet.Box(new SKRect(left, y - 2, right, y + 2), palette.Grid);
        foreach (var end in (float[])[left, right])
            sheet.Line(new SKPoint(end, y - 6), new SKPoint(end, y + 6), palette.Muted, 2);
        if (column.Mean is not { } mean)
            return;
        if (column.Std is { } std)
            sheet.Box(new SKRect(At(mean - std), y - 5, At(mean + std), y + 5), palette.Tint(palette.First, 0.45));
        sheet.Dot(new SKPoint(At(mean), y), 5, palette.First);
    }
}

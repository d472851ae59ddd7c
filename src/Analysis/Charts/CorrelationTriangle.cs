using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>The correlation of every pair of numeric columns as a coloured triangle with the numbers in it.</summary>
internal sealed class CorrelationTriangle(Correlations correlations) : DrawnChart
{
    private const float Widest = 84;
    private const float Narrowest = 38;
    private const float CellHeight = 38;
    private const float NameWidth = 190;

    private readonly int _size = correlations.Names.Count;

    public override string Name => "correlation";

    public override string Title => "Which columns go together";

    public override string Description
    {
        get
        {
            var strongest = Pairs().OrderByDescending(pair => Math.Abs(pair.R)).Take(5)
                .Select(pair => $"{correlations.Names[pair.Row]} and {correlations.Names[pair.Column]} {Numeral.Short(Math.Round(pair.R, 2))}");
            return $"Matrix of Pearson correlations of {Counted}. Strongest: {string.Join(", ", strongest)}.";
        }
    }

    protected override string Subtitle => $"Pearson correlation of {Counted}; 1: they rise together, −1: one falls as the other rises";

    protected override float Height => HeadHeight + 24 + _size * CellHeight + 24;

    private string Counted => _size < correlations.All
        ? $"{_size} of {correlations.All} numeric columns (nearest to the target)"
        : $"{_size} numeric columns";

    /// <summary>Room for the names at the left and beyond the diagonal.</summary>
    private float CellWidth => Math.Clamp((Width - 2 * Margin - 2 * NameWidth) / _size, Narrowest, Widest);

    protected override void Draw(Sheet sheet)
    {
        var (palette, cell) = (sheet.Palette, CellWidth);
        var names = correlations.Names.Select(name => Typography.Fit(name, LabeledRows.LabelSize, Math.Min(NameWidth, (Width - 2 * Margin - _size * cell) / 2 - 12))).ToList();
        var left = Margin + names.Max(name => Typography.Width(name, LabeledRows.LabelSize)) + 12;
        var top = HeadHeight + 16;
        foreach (var (row, column, r) in Pairs())
        {
            var color = palette.Tint(r < 0 ? palette.Second : palette.First, Math.Abs(r));
            var box = SKRect.Create(left + column * cell, top + row * CellHeight, cell - 2, CellHeight - 2);
            sheet.Box(box, color);
            var size = cell >= 44 ? 13 : 10.5f;
            sheet.Text(Label(r), box.MidX, box.MidY + size * 0.36f, size, palette.On(color), 0.5f);
        }

        for (var at = 0; at < _size; at++)
        {
            var y = top + (at + 0.5f) * CellHeight + 4;
            sheet.Text(names[at], left - 12, y, LabeledRows.LabelSize, palette.Ink, 1);
            sheet.Box(SKRect.Create(left + at * cell, top + at * CellHeight, cell - 2, CellHeight - 2), palette.Grid);
            // the column's name stands over its cells, where the triangle leaves room
            sheet.Text(names[at], left + (at + 1) * cell + 6, y, LabeledRows.LabelSize, palette.Muted);
        }
    }

    private static string Label(double r)
    {
        var rounded = Math.Round(r, 2);
        return rounded == 0 ? "0" : rounded.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
    }

    private IEnumerable<(int Row, int Column, double R)> Pairs()
    {
        for (var row = 1; row < _size; row++)
        {
            for (var column = 0; column < row; column++)
                yield return (row, column, correlations.Matrix[row][column]);
        }
    }
}

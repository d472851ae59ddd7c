using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>Rows one under the other, each with its name at the left.</summary>
internal sealed class LabeledRows
{
    /// <summary>Nobody compares more at a glance.</summary>
    public const int Most = 30;

    public const float RowHeight = 26;

    public const float LabelSize = 13;

    private const float WidestName = 300;

    private readonly IReadOnlyList<string> _names;

    public LabeledRows(IEnumerable<string> names, float top, float left)
    {
        _names = [.. names.Select(name => Typography.Fit(name, LabelSize, WidestName))];
        Top = top;
        Left = left + _names.Max(name => Typography.Width(name, LabelSize)) + 12;
    }

    public float Top { get; }

    /// <summary>Where the names end.</summary>
    public float Left { get; }

    public float Bottom => Top + _names.Count * RowHeight;

    /// <summary>The height of rows that are shown, none left out.</summary>
    public static float HeightOf(int rows) => Math.Min(rows, Most) * RowHeight;

    public float Middle(int row) => Top + (row + 0.5f) * RowHeight;

    public void Draw(Sheet sheet)
    {
        for (var row = 0; row < _names.Count; row++)
            sheet.Text(_names[row], Left - 12, Middle(row) + 5, LabelSize, sheet.Palette.Ink, 1);
    }

    /// <summary>A scale across the rows, marked below them.</summary>
    public void DrawScale(Sheet sheet, Axis axis, float right, string name)
    {
        var free = float.NegativeInfinity;
        foreach (var (value, label) in axis.Ticks())
        {
            var x = At(axis, value, right);
            sheet.Line(new SKPoint(x, Top), new SKPoint(x, Bottom), sheet.Palette.Grid);
            var half = Typography.Width(label, LabelSize) / 2;
            if (x - half < free)
                continue;
            free = x + half + 8;
            sheet.Text(label, x, Bottom + 20, LabelSize, sheet.Palette.Muted, 0.5f);
        }

        sheet.Text(Typography.Fit(name, 14, right - 24), (Left + right) / 2, Bottom + 46, 14, sheet.Palette.Ink, 0.5f);
    }

    public float At(Axis axis, double value, float right) => Left + axis.At(value) * (right - Left);
}

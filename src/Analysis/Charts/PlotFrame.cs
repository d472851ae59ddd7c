using SkiaSharp;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>The area between two axes, with its grid, marks and labels.</summary>
internal sealed class PlotFrame
{
    private const float LabelSize = 13;
    private const float NameSize = 14;
    private const float Top = 112;
    private const float BottomRoom = 72;

    private readonly Axis _horizontal;
    private readonly Axis _vertical;
    private readonly SKRect _area;
    private readonly List<(double Value, string Label)> _ticks;

    public PlotFrame(Axis horizontal, Axis vertical, float width, float height)
    {
        (_horizontal, _vertical) = (horizontal, vertical);
        _ticks = [.. vertical.Ticks()];
        var labels = _ticks.Count == 0 ? 0 : _ticks.Max(tick => Typography.Width(tick.Label, LabelSize));
        _area = new SKRect(Math.Max(64, 34 + labels), Top, width - 30, height - BottomRoom);
    }

    public SKRect Area => _area;

    public SKPoint At(double x, double y) => new(_area.Left + _horizontal.At(x) * _area.Width, _area.Bottom - _vertical.At(y) * _area.Height);

    /// <summary>The place of a band's edge, held within the frame.</summary>
    /// <remarks>Not by clipping the canvas: Skia numbers the clips of all SVGs of a process, so that the same chart would not be the same bytes.</remarks>
    public SKPoint Within(double x, double y) => new(At(x, y).X, Math.Clamp(At(x, y).Y, _area.Top + 1, _area.Bottom - 1));

    public void Draw(Sheet sheet, string horizontalName, string verticalName, bool marks = true)
    {
        var palette = sheet.Palette;
        var free = float.NegativeInfinity;
        foreach (var (value, label) in marks ? _horizontal.Ticks() : [])
        {
            var x = _area.Left + _horizontal.At(value) * _area.Width;
            sheet.Line(new(x, _area.Top), new(x, _area.Bottom), palette.Grid);
            var half = Typography.Width(label, LabelSize) / 2;
            // wide labels would run into each other: the line stays, the label goes
            if (x - half < free)
                continue;
            free = x + half + 8;
            sheet.Text(label, x, _area.Bottom + 20, LabelSize, palette.Muted, 0.5f);
        }

        foreach (var (value, label) in _ticks)
        {
            var y = _area.Bottom - _vertical.At(value) * _area.Height;
            sheet.Line(new(_area.Left, y), new(_area.Right, y), palette.Grid);
            sheet.Text(label, _area.Left - 8, y + 5, LabelSize, palette.Muted, 1);
        }

        sheet.Frame(_area, palette.Muted);
        sheet.Text(Named(horizontalName, _horizontal), _area.MidX, _area.Bottom + 46, NameSize, palette.Ink, 0.5f);
        // upright above the axis: a name turned on its side is hard to read
        sheet.Text(Named(verticalName, _vertical), 24, _area.Top - 13, NameSize, palette.Ink);
    }

    private string Named(string name, Axis axis)
    {
        var tail = axis.Base is { } from ? $"  ({from})" : "";
        return Typography.Fit(name, NameSize, _area.Width - Typography.Width(tail, NameSize)) + tail;
    }
}

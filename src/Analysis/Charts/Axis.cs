using System.Globalization;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>A scale from values to places, with round numbers marked on it.</summary>
internal sealed class Axis
{
    private const int WantedTicks = 6;

    private readonly double _low;
    private readonly double _high;
    private readonly double _step;

    public Axis(double low, double high)
    {
        if (!(high > low))
        {
            var room = low == 0 ? 1 : Math.Abs(low) * 0.1;
            (low, high) = (low - room, high + room);
        }

        _step = RoundStep((high - low) / WantedTicks);
        var margin = 0.03 * (high - low);
        (_low, _high) = (low - margin, high + margin);
    }

    public IEnumerable<(double Value, string Label)> Ticks()
    {
        for (var tick = Math.Ceiling(_low / _step); tick * _step <= _high; tick++)
            yield return (tick * _step, Label(tick * _step));
    }

    /// <summary>Where a value stands between 0, the low end, and 1.</summary>
    public float At(double value) => (float)((value - _low) / (_high - _low));

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }

    private string Label(double value)
    {
        if (Math.Abs(value) < _step / 2)
            return "0";
        var largest = Math.Max(Math.Abs(_low), Math.Abs(_high));
        if (largest >= 1e7 || largest < 1e-4)
            return value.ToString("0.###e+0", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp((int)-Math.Floor(Math.Log10(_step) + 1e-9), 0, 12);
        return value.ToString("N" + decimals, CultureInfo.InvariantCulture);
    }
}

using System.Globalization;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>A scale from values to places, with round numbers marked on it.</summary>
internal sealed class Axis
{
    private const int WantedTicks = 6;

    /// <summary>Where the values stand this many times higher than they are spread, the marks are counted from a base.</summary>
    private const double BaseFrom = 1e5;

    /// <summary>Beyond it the difference of two values may be no number.</summary>
    private const double Huge = 1e300;

    private readonly double _unit;
    private readonly double _low;
    private readonly double _high;
    private readonly double _step;
    private readonly double _base;

    /// <param name="low">The smallest value to show.</param>
    /// <param name="high">The largest.</param>
    /// <param name="margin">The share of the range to leave free at each end.</param>
    public Axis(double low, double high, double margin = 0.03)
    {
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        _unit = largest > Huge ? 1e10 : 1;
        (low, high, largest) = (low / _unit, high / _unit, largest / _unit);
        // a constant, or what is left of one after rounding
        if (!(high - low > largest * 1e-15) || high - low < 1e-300)
        {
            var room = largest < 1e-290 ? 1 : largest * 0.1;
            (low, high) = (low - room, high + room);
        }

        _step = RoundStep((high - low) / WantedTicks);
        var free = margin * (high - low);
        (_low, _high) = (low - free, high + free);
        _base = largest > BaseFrom * (high - low) ? Math.Round((low + high) / 2 / _step / 10) * _step * 10 : 0;
    }

    /// <summary>What the marks are counted from, for the axis' name; null where that is 0.</summary>
    public string? Base => _base == 0 ? null : Signed(_base * _unit);

    public IEnumerable<(double Value, string Label)> Ticks()
    {
        var (low, high) = (_low - _base, _high - _base);
        for (var tick = Math.Ceiling(low / _step); tick * _step <= high; tick++)
            yield return ((_base + tick * _step) * _unit, Label(tick * _step));
    }

    /// <summary>Where a value stands between 0, the low end, and 1.</summary>
    public float At(double value) => (float)((value / _unit - _low) / (_high - _low));

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }

    private static string Signed(double value) =>
        (value < 0 ? "− " : "+ ") + (Math.Abs(value) is >= 1e-4 and < 1e17 ? Math.Abs(value).ToString("#,0.##############", CultureInfo.InvariantCulture) : Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));

    private string Label(double value)
    {
        if (Math.Abs(value) < _step / 2)
            return "0";
        var largest = Math.Max(Math.Abs(_low - _base), Math.Abs(_high - _base)) * _unit;
        if (largest >= 1e7 || largest < 1e-4)
        {
            var digits = Math.Clamp((int)Math.Ceiling(Math.Log10(largest / _unit / _step)), 1, 9);
            return Minus((value * _unit).ToString("0." + new string('#', digits) + "e0", CultureInfo.InvariantCulture));
        }

        var decimals = Math.Clamp((int)-Math.Floor(Math.Log10(_step) + 1e-9), 0, 12);
        return Minus(value.ToString("N" + decimals, CultureInfo.InvariantCulture));
    }

    private static string Minus(string number) => number.Replace('-', '−');
}

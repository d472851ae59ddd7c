using RegressionAnalyzer.Analysis.Charts;

namespace RegressionAnalyzer.Analysis.Tests.Charts;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(-3.2, 17.9)]
    [InlineData(5, 5)]
    [InlineData(0, 0)]
    [InlineData(-1.7e308, 1.7e308)]
    [InlineData(1e-320, 3e-320)]
    [InlineData(9007199254740992, 9007199254741050)]
    [InlineData(1e9, 1e9 + 0.03)]
    [InlineData(-0.00012, 0.00034)]
    public void Any_range_has_a_few_different_marks_and_holds_its_ends(double low, double high)
    {
        var axis = new Axis(low, high);

        var ticks = axis.Ticks().ToList();

        Assert.InRange(ticks.Count, 2, 14);
        Assert.Equal(ticks.Count, ticks.Select(tick => tick.Label).Distinct().Count());
        Assert.All(ticks, tick => Assert.InRange(axis.At(tick.Value), -0.001, 1.001));
        Assert.InRange(axis.At(low), 0, 1);
        Assert.InRange(axis.At(high), 0, 1);
    }

    [Fact]
    public void A_small_spread_at_a_high_level_is_counted_from_a_base()
    {
        var axis = new Axis(1e9, 1e9 + 0.03);

        Assert.Equal("+ 1,000,000,000", axis.Base);
        Assert.Contains("0.010", axis.Ticks().Select(tick => tick.Label));
        Assert.Null(new Axis(0, 10).Base);
    }
}

using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class QuartilesTests
{
    [Fact]
    public void They_are_those_of_the_sorted_values()
    {
        var random = new Random(7);
        for (var length = 1; length < 300; length++)
        {
            var values = Enumerable.Range(0, length).Select(_ => length % 3 == 0 ? random.Next(5) : random.NextDouble()).ToArray();
            var sorted = values.Order().ToArray();

            var found = Quartiles.Of([.. values, double.NaN])!.Value;

            Agreement.Holds(Expected(sorted, 0.25), found.Q1, 14);
            Agreement.Holds(Expected(sorted, 0.5), found.Median, 14);
            Agreement.Holds(Expected(sorted, 0.75), found.Q3, 14);
        }
    }

    /// <summary>Where a division takes away one value after the other, this takes minutes.</summary>
    [Theory]
    [InlineData("down")]
    [InlineData("up and down")]
    [InlineData("down and up")]
    [InlineData("waves")]
    [InlineData("all alike")]
    public void No_order_of_the_values_makes_it_long(string order)
    {
        const int Count = 400_000;
        var values = Enumerable.Range(0, Count).Select(row => order switch
        {
            "down" => -row,
            "up and down" => Math.Min(row, Count - row),
            "down and up" => Math.Max(row, Count - row),
            "waves" => Math.Sin(row / 1000.0),
            _ => 1.0,
        }).ToArray();
        var sorted = values.Order().ToArray();

        var found = Quartiles.Of(values)!.Value;

        Assert.Equal(Expected(sorted, 0.25), found.Q1, 1e-9);
        Assert.Equal(Expected(sorted, 0.5), found.Median, 1e-9);
        Assert.Equal(Expected(sorted, 0.75), found.Q3, 1e-9);
    }

    [Fact]
    public void Of_nothing_there_are_none() => Assert.Null(Quartiles.Of([double.NaN]));

    private static double Expected(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return sorted[below] + (place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}

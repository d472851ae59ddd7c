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

    [Fact]
    public void Of_nothing_there_are_none() => Assert.Null(Quartiles.Of([double.NaN]));

    private static double Expected(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return sorted[below] + (place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}

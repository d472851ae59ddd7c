using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class DistinctCounterTests
{
    private const int Limit = 2048;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    [InlineData(Limit)]
    public void Up_to_the_limit_it_counts_exactly(int values) =>
        Assert.Equal(values, Counted(Enumerable.Range(0, 20_000).Select(row => row % values * 0.1)));

    [Theory]
    [InlineData(3_000)]
    [InlineData(50_000)]
    [InlineData(1_000_000)]
    public void Beyond_it_the_estimate_is_near(int values)
    {
        var random = new Random(5);
        for (var table = 0; table < 20; table++)
            Assert.InRange(Counted(Enumerable.Range(0, values).Select(_ => random.NextDouble())), 0.88 * values, 1.12 * values);
    }

    [Fact]
    public void Neither_order_nor_who_counted_which_matters()
    {
        var random = new Random(11);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextDouble())];
        var (left, right, idle) = (new DistinctCounter(Limit), new DistinctCounter(Limit), new DistinctCounter(Limit));
        left.Add(values.AsSpan(70_000));
        right.Add(values.AsSpan(0, 90_000));
        idle.Add(left);
        idle.Add(right);

        Assert.Equal(Counted(values), idle.Count);
        Assert.Equal(Counted(values), Counted(values.Order()));
    }

    [Fact]
    public void Missing_values_are_none_and_zeros_of_either_sign_are_the_same() =>
        Assert.Equal(2, Counted([0.0, double.NaN, -0.0, 1, double.NaN, 0.0, 1, -0.0, 0.0]));

    [Fact]
    public void Of_nothing_it_counts_none() => Assert.Equal(0, Counted([]));

    private static long Counted(IEnumerable<double> values)
    {
        var counter = new DistinctCounter(Limit);
        foreach (var piece in values.Chunk(4_999))
            counter.Add(piece);
        return counter.Count;
    }
}

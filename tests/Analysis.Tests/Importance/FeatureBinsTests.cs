using RegressionAnalyzer.Analysis.Importance;

namespace RegressionAnalyzer.Analysis.Tests.Importance;

public sealed class FeatureBinsTests
{
    [Fact]
    public void Few_distinct_values_have_a_bin_each()
    {
        double[] values = [-1.7e308, -1e-320, 0, 1e-320, 3, 3.0000000000000004, 1.7e308];

        var bins = new FeatureBins([.. values, .. values]);

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], values.Select(value => (int)bins.Of(value)));
    }

    [Fact]
    public void Many_values_share_all_bins_evenly_and_in_order()
    {
        double[] values = [.. Enumerable.Range(0, 25_600).Select(row => Math.Exp(row * 7919 % 25_600 / 2000.0))];

        var bins = new FeatureBins(values);

        var sizes = values.GroupBy(bins.Of).Select(group => group.Count()).ToList();
        Assert.Equal(256, sizes.Count);
        Assert.All(sizes, size => Assert.InRange(size, 90, 110));
        Assert.Equal(values.Order().Select(bins.Of), values.Select(bins.Of).Order());
    }

    [Fact]
    public void A_value_met_very_often_leaves_the_others_their_bins()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 9_000), .. Enumerable.Range(1, 1_000).Select(value => (double)value)];

        var bins = new FeatureBins(values);

        Assert.True(values.Select(bins.Of).Distinct().Count() > 240);
    }

    [Fact]
    public void Values_never_met_go_to_the_nearest_bins()
    {
        var bins = new FeatureBins([1, 2, 3]);

        Assert.Equal([0, 1, 2], new[] { -100, 1.9, 1e9 }.Select(value => (int)bins.Of(value)));
    }
}

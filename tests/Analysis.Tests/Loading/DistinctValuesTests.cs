using FsCheck;
using FsCheck.Fluent;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class DistinctValuesTests
{
    [Fact]
    public void Are_as_many_as_a_set_of_the_values_holds() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(2_026, 7), Prop.ForAll<double[]>(
            values => DistinctValues.Count(values) == values.Where(value => !double.IsNaN(value)).ToHashSet().Count));

    [Fact]
    public void Zero_counts_once_whatever_its_sign() => Assert.Equal(2, DistinctValues.Count([0.0, -0.0, 1, 0.0]));

    [Fact]
    public void Missing_values_are_none() => Assert.Equal(1, DistinctValues.Count([double.NaN, 3, double.NaN, 3]));

    [Fact]
    public void There_may_be_none() => Assert.Equal(0, DistinctValues.Count([]));

    [Fact]
    public void A_full_sample_of_different_values_is_counted_to_the_last()
    {
        double[] values = [.. Enumerable.Range(1, RowSample.MaxRows).Select(value => (double)value)];

        Assert.Equal(RowSample.MaxRows, DistinctValues.Count(values));
    }
}

using System.Numerics;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Tests.Regression;

/// <summary>Against whole numbers, which <see cref="BigInteger"/> multiplies and adds exactly.</summary>
public sealed class CompensatedDotTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(23)]
    [InlineData(Tile.MaxRows)]
    public void A_bounded_sum_of_products_is_exact_to_26_digits_of_the_largest(int rows)
    {
        var random = new Random(rows);
        var (left, right) = (Values(random, rows), Values(random, rows));
        var dot = new CompensatedDot(2);

        for (var tile = 0; tile < 3; tile++)
            dot.AddBounded(1, left, right, CompensatedDot.BoundOf(left) * CompensatedDot.BoundOf(right));

        var exact = 3 * left.Zip(right, (x, y) => new BigInteger(x) * new BigInteger(y)).Aggregate(BigInteger.Zero, (sum, product) => sum + product);
        var error = BigInteger.Abs(new BigInteger(dot[1].High) + new BigInteger(dot[1].Low) - exact);
        var largest = new BigInteger(left.Max(Math.Abs)) * new BigInteger(right.Max(Math.Abs));
        Assert.True(error * BigInteger.Pow(10, 26) <= largest, $"{error} beside {largest}");
    }

    [Fact]
    public void The_bound_is_a_power_of_two_above_every_value()
    {
        Assert.Equal(8, CompensatedDot.BoundOf([-4, 3, 0, 1, 2, 1, 1, 1, 1, 2]));
        Assert.Equal(8, CompensatedDot.BoundOf([7.99]));
        Assert.Equal(0, CompensatedDot.BoundOf([0, 0]));
    }

    [Fact]
    public void What_cannot_be_squared_is_no_number()
    {
        double[] values = [1e200, 1];
        var dot = new CompensatedDot(1);

        dot.AddBounded(0, values, values, CompensatedDot.BoundOf(values) * CompensatedDot.BoundOf(values));

        Assert.False(double.IsFinite(dot[0].High));
    }

    /// <summary>Whole numbers of every size up to 2^53, of both signs.</summary>
    private static double[] Values(Random random, int rows) =>
        [.. Enumerable.Range(0, rows).Select(_ => (double)(random.NextInt64(1L << 53) >> random.Next(50)) * (random.Next(2) == 0 ? 1 : -1))];
}

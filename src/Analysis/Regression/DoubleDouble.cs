namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// A number of about 32 significant digits, as the unevaluated sum of two doubles. Sums of squares and products are kept this way: the normal
/// equations square the condition of a problem, and twice the digits take the square.
/// Source: Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18 (1971).
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static DoubleDouble Zero => default;

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static explicit operator double(DoubleDouble value) => value.High + value.Low;

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        var high = TwoSum(left.High, right.High);
        var low = TwoSum(left.Low, right.Low);
        var sum = FastTwoSum(high.High, high.Low + low.High);
        return FastTwoSum(sum.High, sum.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        var product = TwoProduct(left.High, right.High);
        return FastTwoSum(product.High, product.Low + (left.High * right.Low + left.Low * right.High));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        var first = left.High / right.High;
        var rest = left - right * first;
        var second = rest.High / right.High;
        rest -= right * second;
        return FastTwoSum(first, second) + rest.High / right.High;
    }

    /// <summary>The square root, by one Newton step from the double's.</summary>
    public static DoubleDouble Sqrt(DoubleDouble value)
    {
        if (value.High <= 0)
            return Zero;
        var root = Math.Sqrt(value.High);
        return FastTwoSum(root, (value - TwoProduct(root, root)).High / (2 * root));
    }

    /// <summary>The sum and its rounding error, exactly.</summary>
    public static DoubleDouble TwoSum(double left, double right)
    {
        var sum = left + right;
        var part = sum - left;
        return new(sum, left - (sum - part) + (right - part));
    }

    /// <summary>The product and its rounding error, exactly.</summary>
    public static DoubleDouble TwoProduct(double left, double right)
    {
        var product = left * right;
        return new(product, Math.FusedMultiplyAdd(left, right, -product));
    }

    private static DoubleDouble FastTwoSum(double larger, double smaller)
    {
        var sum = larger + smaller;
        return new(sum, smaller - (sum - larger));
    }
}

using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// The largest over the smallest singular value of the design matrix, ones included and columns as they are (statsmodels' <c>condition_number</c>).
/// They are those of its triangular factor, found from the sums with twice the digits, so that squaring costs none. A decomposition has its largest
/// value to full precision and loses the smallest where it is 1e16 times smaller, so that one is found as the largest of the factor's inverse.
/// </summary>
internal static class ConditionNumber
{
    /// <summary>A larger decomposition takes longer than its answer is worth.</summary>
    private const int MaxSize = 500;

    // the library would look for native code first, which takes longer than all else here and could make another number
    static ConditionNumber() => LinearAlgebraControl.UseManaged();

    public static double? Of(NormalEquations system)
    {
        var columns = (int[])(system.Intercept ? [0, .. system.Kept] : [.. system.Kept]);
        var size = columns.Length;
        if (size is 0 or > MaxSize)
            return null;
        var factor = new DoubleDouble[size, size];
        for (var j = 0; j < size; j++)
        {
            for (var i = 0; i <= j; i++)
            {
                // what the ones leave of the others is their sums about the means, without the digits that a large level would cost
                var centered = system.Intercept && i > 0;
                var sum = centered ? system.Moments.AboutMeans(columns[i], columns[j]) : system.Moments.AboutZero(columns[i], columns[j]);
                for (var k = centered ? 1 : 0; k < i; k++)
                    sum -= factor[k, i] * factor[k, j];
                factor[i, j] = i == j ? DoubleDouble.Sqrt(sum) : sum / factor[i, i];
            }
        }

        var condition = LargestSingularValue(factor) * LargestSingularValue(Inverse(factor));
        return double.IsFinite(condition) ? condition : null;
    }

    private static double LargestSingularValue(DoubleDouble[,] matrix)
    {
        var values = Matrix<double>.Build.Dense(matrix.GetLength(0), matrix.GetLength(1), (i, j) => (double)matrix[i, j]);
        // where rounding made a square negative there is no number to decompose, which would be tried for ever
        return values.ForAll(double.IsFinite) ? values.L2Norm() : double.NaN;
    }

    /// <summary>Of an upper triangular matrix, column by column.</summary>
    private static DoubleDouble[,] Inverse(DoubleDouble[,] factor)
    {
        var size = factor.GetLength(0);
        var inverse = new DoubleDouble[size, size];
        for (var j = 0; j < size; j++)
        {
            inverse[j, j] = 1 / factor[j, j];
            for (var i = j - 1; i >= 0; i--)
            {
                var sum = DoubleDouble.Zero;
                for (var k = i + 1; k <= j; k++)
                    sum -= factor[i, k] * inverse[k, j];
                inverse[i, j] = sum / factor[i, i];
            }
        }

        return inverse;
    }
}

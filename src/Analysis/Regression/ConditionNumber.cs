using MathNet.Numerics.LinearAlgebra;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// The largest over the smallest singular value of the design matrix, ones included and columns as they are (statsmodels' <c>condition_number</c>).
/// They are those of its triangular factor, found from the sums with twice the digits, so that squaring costs none.
/// </summary>
internal static class ConditionNumber
{
    /// <summary>A larger decomposition takes longer than its answer is worth.</summary>
    private const int MaxSize = 500;

    public static double? Of(CenteredSystem system)
    {
        var size = system.Kept.Count + 1;
        if (size > MaxSize)
            return null;
        var columns = (int[])[0, .. system.Kept];
        var factor = new DoubleDouble[size, size];
        for (var j = 0; j < size; j++)
        {
            for (var i = 0; i <= j; i++)
            {
                var sum = Product(system, columns[i], columns[j]);
                for (var k = 0; k < i; k++)
                    sum -= factor[k, i] * factor[k, j];
                factor[i, j] = i == j ? DoubleDouble.Sqrt(sum) : sum / factor[i, i];
            }
        }

        var values = Matrix<double>.Build.Dense(size, size, (i, j) => (double)factor[i, j]).Svd(computeVectors: false).S;
        var condition = values[0] / values[size - 1];
        return double.IsFinite(condition) ? condition : null;
    }

    /// <summary>The sum of products of two columns about zero.</summary>
    private static DoubleDouble Product(CenteredSystem system, int i, int j)
    {
        var moments = system.Moments;
        DoubleDouble a = moments.OriginOf(i), b = moments.OriginOf(j);
        return moments[i, j] + a * moments[0, j] + b * moments[0, i] + a * b * moments.Rows;
    }
}

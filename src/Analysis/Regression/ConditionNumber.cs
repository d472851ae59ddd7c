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
                var sum = system.Moments.AboutZero(columns[i], columns[j]);
                for (var k = 0; k < i; k++)
                    sum -= factor[k, i] * factor[k, j];
                factor[i, j] = i == j ? DoubleDouble.Sqrt(sum) : sum / factor[i, i];
            }
        }

        var values = Matrix<double>.Build.Dense(size, size, (i, j) => (double)factor[i, j]).Svd(computeVectors: false).S;
        var condition = values[0] / values[size - 1];
        return double.IsFinite(condition) ? condition : null;
    }
}

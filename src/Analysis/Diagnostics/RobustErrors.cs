using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>
/// Variances of the coefficients that hold whatever the variances of the residuals: B M B with B the inverse of the sums of products and M the same
/// sums with squared residuals in them.
/// </summary>
internal static class RobustErrors
{
    /// <returns>The variance of the intercept, 0 where there is none, and of each kept column's coefficient.</returns>
    public static double[] Variances(LeastSquaresFit fit, double[,] meat, StandardErrors errors)
    {
        var system = fit.System;
        var size = system.Kept.Count + 1;
        // about the means the intercept's place is apart from the others'
        var bread = new double[size, size];
        bread[0, 0] = system.Intercept ? 1 / system.Moments.Total.High : 0;
        for (var i = 1; i < size; i++)
        {
            for (var j = 1; j < size; j++)
                bread[i, j] = (double)system.Inverse[i - 1, j - 1];
        }

        var covariance = Product(Product(bread, Symmetric(meat)), bread);
        var scale = errors == StandardErrors.HC1 ? (double)fit.Rows / fit.DegreesOfFreedom : 1;
        var variances = new double[size];
        for (var i = 1; i < size; i++)
            variances[i] = scale * covariance[i, i];
        if (system.Intercept)
            variances[0] = scale * Quadratic(covariance, [1, .. system.Kept.Select(column => -(double)system.Moments.Mean(column))]);
        return variances;
    }

    private static double[,] Symmetric(double[,] lower)
    {
        var whole = new double[lower.GetLength(0), lower.GetLength(0)];
        for (var i = 0; i < lower.GetLength(0); i++)
        {
            for (var j = 0; j <= i; j++)
                whole[i, j] = whole[j, i] = lower[i, j];
        }

        return whole;
    }

    private static double[,] Product(double[,] left, double[,] right)
    {
        var size = left.GetLength(0);
        var product = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                for (var j = 0; j < size; j++)
                    product[i, j] += left[i, k] * right[k, j];
            }
        }

        return product;
    }

    private static double Quadratic(double[,] matrix, double[] vector)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++)
                sum += vector[i] * matrix[i, j] * vector[j];
        }

        return sum;
    }
}

using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Prediction;

/// <summary>Tells prediction from fit.</summary>
internal static class UnseenRows
{
    public const int LeastFolds = 2;
    public const int MostFolds = 20;

    /// <summary>Holds a fifth of the rows out.</summary>
    public static Holdout? Holdout(Design design, CompleteRows rows, List<string> warnings, CancellationToken cancellationToken)
    {
        var score = rows.Count - rows.TestCount < 2
            ? null
            : new FoldScores(design, rows, [rows.Count - rows.TestCount, rows.Count], cancellationToken).Score(1);
        if (score is null)
            warnings.Add($"{rows.Count} complete rows are too few to hold a fifth of them out, so how well unseen rows are predicted is not known.");
        return score;
    }

    /// <exception cref="UnsuitableRequestException">The number of folds is out of bounds, or there are fewer rows than it takes.</exception>
    public static CrossValidation? CrossValidation(Design design, CompleteRows rows, int folds, List<string> warnings, CancellationToken cancellationToken)
    {
        if (folds is < LeastFolds or > MostFolds)
            throw new UnsuitableRequestException($"Cross-validation with {folds} folds was asked for; allowed are {LeastFolds} to {MostFolds}.");
        Holdout?[] scores = [];
        if (rows.Count >= 2 * folds)
        {
            var cut = new FoldScores(design, rows, [.. Enumerable.Range(1, folds).Select(fold => (int)((long)rows.Count * fold / folds))], cancellationToken);
            scores = [.. Enumerable.Range(0, folds).Select(cut.Score)];
        }

        if (scores.Length == 0 || scores.Any(score => score is null))
        {
            warnings.Add($"{rows.Count} complete rows are too few for cross-validation with {folds} folds.");
            return null;
        }

        var varied = scores.All(score => score!.RSquared is not null);
        var (rSquared, rSquaredStd) = varied ? MeanAndDeviation([.. scores.Select(score => score!.RSquared!.Value)]) : ((double?)null, (double?)null);
        var (rmse, rmseStd) = MeanAndDeviation([.. scores.Select(score => score!.Rmse)]);
        return new CrossValidation(folds, rSquared, rSquaredStd, rmse, rmseStd);
    }

    private static (double Mean, double Deviation) MeanAndDeviation(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }
}

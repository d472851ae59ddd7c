using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Prediction;

/// <summary>Tells prediction from fit.</summary>
internal static class UnseenRows
{
    public const int LeastFolds = 2;
    public const int MostFolds = 20;

    /// <summary>How many names a sentence bears.</summary>
    private const int MostNames = 5;

    /// <summary>Says how many rows predictions were tried on, where that is not all.</summary>
    public static void SayHowMany(CompleteRows rows, long all, List<string> warnings)
    {
        if (rows.Count < all)
        {
            warnings.Add(FormattableString.Invariant(
                $"How well unseen rows are predicted was tried on {rows.Count:N0} of {all:N0} complete rows, drawn evenly: all of them would tell little more."));
        }
    }

    /// <summary>Holds a fifth of the rows out.</summary>
    public static Holdout? Holdout(LeastSquaresFit fit, CompleteRows rows, List<string> warnings, CancellationToken cancellationToken)
    {
        Holdout? score = null;
        if (rows.Count - rows.TestCount >= 2)
        {
            var cut = new FoldScores(fit, rows, [rows.Count - rows.TestCount, rows.Count], cancellationToken);
            score = cut.Score(1);
            if (score is not null)
                SayWhatIsMissing(cut, "The holdout did", warnings);
        }

        if (score is null)
            warnings.Add($"{rows.Count} complete rows are too few to hold a fifth of them out, so how well unseen rows are predicted is not known.");
        return score;
    }

    /// <exception cref="UnsuitableRequestException">The number of folds is out of bounds, or there are fewer rows than it takes.</exception>
    public static CrossValidation? CrossValidation(LeastSquaresFit fit, CompleteRows rows, int folds, List<string> warnings, CancellationToken cancellationToken)
    {
        if (folds is < LeastFolds or > MostFolds)
            throw new UnsuitableRequestException($"Cross-validation with {folds} folds was asked for; allowed are {LeastFolds} to {MostFolds}.");
        Holdout?[] scores = [];
        if (rows.Count >= 2 * folds)
        {
            var cut = new FoldScores(fit, rows, [.. Enumerable.Range(1, folds).Select(fold => (int)((long)rows.Count * fold / folds))], cancellationToken);
            scores = [.. Enumerable.Range(0, folds).Select(cut.Score)];
            if (scores.All(score => score is not null))
                SayWhatIsMissing(cut, "Cross-validation did in some folds", warnings);
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

    private static void SayWhatIsMissing(FoldScores scores, string who, List<string> warnings)
    {
        var names = scores.Undetermined.ToList();
        if (names.Count == 0)
            return;
        warnings.Add($"{who} without {Wording.Listed([.. names.Take(MostNames)], names.Count)}, which the rows it learned from do not determine. Take rare levels together, or bring more such rows.");
    }

    private static (double Mean, double Deviation) MeanAndDeviation(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }
}

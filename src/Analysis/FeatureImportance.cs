namespace RegressionAnalyzer.Analysis;

/// <summary>How much a model's predictions of rows it has not seen lose when one feature's values are shuffled among them.</summary>
/// <param name="Target">The column that is predicted.</param>
/// <param name="Features">The features, most important first.</param>
/// <param name="ModelRSquared">The share of the target's variation that the model predicts in rows it has not seen; below 0 it does worse than the mean.</param>
/// <param name="Method">How it was found, in words.</param>
/// <param name="Interpretation">What it means, in words for someone who is no statistician.</param>
public sealed record FeatureImportance(
    string Target, IReadOnlyList<ImportantFeature> Features, double ModelRSquared, string Method, string Interpretation);

/// <summary>One feature's importance.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Importance">What R² loses, on the mean over the shuffles.</param>
/// <param name="ImportanceStd">The standard deviation over the shuffles.</param>
/// <param name="Rank">1 for the most important. Features that the shuffles cannot tell apart share a rank; the next one counts them all: 1, 2, 2, 4.</param>
public sealed record ImportantFeature(string Feature, double Importance, double ImportanceStd, int Rank);

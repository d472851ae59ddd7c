using RegressionAnalyzer.Analysis;

namespace RegressionAnalyzer.Api.Analyses;

/// <summary>How the target is to be explained, beyond the names of columns.</summary>
/// <param name="Formula">In R's notation, in place of target and features.</param>
/// <param name="Intercept">Whether there is a constant term.</param>
/// <param name="Weights">The column that says how much each row counts.</param>
/// <param name="StandardErrors">How standard errors are computed.</param>
/// <param name="Folds">In how many parts to cut the rows for a cross-validation.</param>
internal sealed record Model(string? Formula, bool Intercept, string? Weights, StandardErrors StandardErrors, int? Folds)
{
    private static readonly string[] Names = [.. Enum.GetNames<StandardErrors>().Select(static name => name.ToLowerInvariant())];

    public static readonly Model Plain = new(null, true, null, StandardErrors.Classical, null);

    /// <summary>The words for <see cref="StandardErrors"/>.</summary>
    public static IReadOnlyList<string> ErrorNames => Names;

    /// <summary>What a word stands for; null for a word that is none of them.</summary>
    public static StandardErrors? ErrorsNamed(string name) => Array.IndexOf(Names, name) is var place and >= 0 ? (StandardErrors)place : null;

    public static Model Of(AnalyzeRequest request) => new(
        request.Formula, request.Intercept, request.Weights, request.StandardErrors is { } name ? ErrorsNamed(name)!.Value : StandardErrors.Classical, request.Folds);

    /// <summary>The request to the library.</summary>
    public AnalysisRequest For(string? target, IReadOnlyList<string>? features) => new()
    {
        Target = target,
        Features = features,
        Formula = Formula,
        Intercept = Intercept,
        Weights = Weights,
        StandardErrors = StandardErrors,
        CrossValidationFolds = Folds,
    };
}

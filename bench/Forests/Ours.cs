using RegressionAnalyzer.Analysis;

namespace RegressionAnalyzer.Bench.Forests;

/// <summary>An analysis with the forest and little else: reading the file and a regression are in its time, hundredths of a second.</summary>
internal static class Ours
{
    public static Ranked Rank(string file, string target, string[] features)
    {
        var request = new AnalysisRequest { Target = target, Features = features, Diagnostics = false, Holdout = false };
        var importance = Analyzer.Analyze(file, Path.GetFileName(file), request).Statistics.FeatureImportance!;
        return new Ranked(importance.ModelRSquared, [.. importance.Features.Select(feature => feature.Feature)]);
    }
}

using System.Text.Json;

namespace RegressionAnalyzer.Analysis.Tests.Importance;

/// <summary>What scikit-learn found in ten splits is in Recorded/friedman.json with its version; Recorded/record.py finds it anew.</summary>
public sealed class AgreementWithScikitLearnTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Importance", "Recorded");

    [Fact]
    public void The_forest_is_as_good_and_the_features_stand_in_the_same_order()
    {
        var recorded = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "friedman.json"))).RootElement;

        var found = Analyzer.Analyze(
            Path.Combine(Folder, "friedman.csv"), "friedman.csv", new AnalysisRequest { Target = "y" }, cancellationToken: TestContext.Current.CancellationToken)
            .Statistics.FeatureImportance!;

        double Recorded(string what, string feature) => recorded.GetProperty(what).GetProperty(feature).GetDouble();
        Assert.InRange(found.ModelRSquared - recorded.GetProperty("r_squared").GetDouble(), -0.05, 0.05);
        foreach (var feature in found.Features)
        {
            // another split and other trees: within four standard deviations of scikit-learn's own runs
            var room = 4 * Recorded("importance_std", feature.Feature) + 0.002;
            Assert.InRange(feature.Importance, Recorded("importance", feature.Feature) - room, Recorded("importance", feature.Feature) + room);
        }

        Assert.Equal("x4", found.Features[0].Feature);
        Assert.Equal(["x1", "x2"], found.Features.Skip(1).Take(2).Select(feature => feature.Feature).Order());
        Assert.Equal(["x3", "x5"], found.Features.Skip(3).Take(2).Select(feature => feature.Feature).Order());
        Assert.Equal(["x6", "x7"], found.Features.Skip(5).Select(feature => feature.Feature).Order());
    }
}

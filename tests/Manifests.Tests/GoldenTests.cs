using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>
/// The artifacts as they were read, line by line, when they were last changed: those of the model in full, its variations as differences
/// from them. Running with UPDATE_GOLDEN=1 writes them anew; the version control shows what to read.
/// </summary>
public sealed class GoldenTests
{
    private static readonly bool IsUpdate = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Others => [.. Variations.All.Keys.Where(name => name != "default")];

    [Fact]
    public void The_model_gives_the_artifacts_that_were_read()
    {
        var files = Variations.Render(Sample.Settings);
        if (IsUpdate)
        {
            foreach (var file in files)
                Update(Path.Combine("default", file.Path), file.Content);
        }

        var drift = Drift.Between(Path.Combine(AppContext.BaseDirectory, "Golden", "default"), files);
        Assert.True(IsUpdate || drift.IsNone, drift.Diff);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_variation_differs_from_the_model_by_the_lines_that_were_read(string variation)
    {
        var diff = Drift.Between(Contents(Sample.Settings), Contents(Variations.All[variation])).Diff;
        if (IsUpdate)
            Update($"{variation}.diff", diff);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", $"{variation}.diff")), diff);
    }

    /// <summary>The chart's schema and README follow from values.yaml and would only say the same thrice.</summary>
    private static Dictionary<string, string> Contents(DeploymentSettings settings) => Variations.Render(settings)
        .Where(f => f.Path.StartsWith("k8s/", StringComparison.Ordinal) || f.Path == "chart/values.yaml")
        .ToDictionary(f => f.Path, f => f.Content);

    private static void Update(string path, string content, [CallerFilePath] string source = "")
    {
        var target = Path.Combine(Path.GetDirectoryName(source)!, "Golden", path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, content);
    }
}

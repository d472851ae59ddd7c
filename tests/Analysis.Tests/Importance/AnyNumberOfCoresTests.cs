using System.Diagnostics;

namespace RegressionAnalyzer.Analysis.Tests.Importance;

/// <summary>Runs the program of bench/Analyze, which writes a result and its charts.</summary>
public sealed class AnyNumberOfCoresTests
{
    [Fact]
    public async Task One_core_and_many_give_the_same_result_and_the_same_charts()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Importance", "Recorded", "friedman.csv");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var cores in (string[])["1", "2", "7"])
                await Analyze(file, Path.Combine(folder.FullName, cores), cores);

            var one = Contents(Path.Combine(folder.FullName, "1"));
            Assert.Contains("result.json", one.Keys);
            Assert.Contains("feature_importance.svg", one.Keys);
            Assert.Equal(one, Contents(Path.Combine(folder.FullName, "2")));
            Assert.Equal(one, Contents(Path.Combine(folder.FullName, "7")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Analyze(string file, string folder, string cores)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "analyze.dll"), file, "y", folder, "--svg"])
        {
            Environment = { ["DOTNET_PROCESSOR_COUNT"] = cores },
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
    }

    private static SortedDictionary<string, string> Contents(string folder) =>
        new(Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file))));
}

using System.Diagnostics;
using RegressionAnalyzer.Hosting.Tests.PublicApi;

namespace RegressionAnalyzer.Hosting.Tests.Publishing;

/// <summary>The example AppHost that uses every verb of the API, published to every target as a process.</summary>
public sealed class EverythingTests
{
    [Theory]
    [InlineData("kubernetes", "--operation", "publish")]
    [InlineData("compose", "--operation", "publish")]
    [InlineData("manifest", "--publisher", "manifest")]
    public async Task What_it_publishes_was_found_right(string target, params string[] args)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await RunAsync([.. args, "--Target", target, "--output-path", folder[target]]);

        Assert.True(exitCode == 0, output);
        Golden.AssertEqual($"everything-{target}", folder.Files.ToDictionary(f => f.Key, f => WithoutRoot(f.Value)));
    }

    [Fact]
    public async Task Its_steps_say_what_they_find()
    {
        using var folder = new TemporaryFolder();

        var (_, output) = await RunAsync(["--operation", "publish", "--step", "describe", "--output-path", folder.Path]);

        Assert.Contains("describe  stock: 2 replicas, mounts /app/data, endpoints http,metrics, last metrics, Hosting.TestService.csproj", output, StringComparison.Ordinal);
        Assert.Contains("pipeline  True True True Publish", output, StringComparison.Ordinal);
        Assert.Contains("pipeline  one environment writes to the folder itself: True; temporary folders exist: True True", output, StringComparison.Ordinal);
        Assert.Contains("pipeline  changed for Compose: stock", output, StringComparison.Ordinal);
        Assert.Contains("look      warning: looked twice (", output, StringComparison.Ordinal);
        Assert.Contains("sum       look of k8s comes after count,publish-prereq and before sum; it said Looked closely False", output, StringComparison.Ordinal);
        Assert.Contains("describe  web: 1 replicas, mounts none, endpoints http,https, last https, Hosting.TestService.csproj", output, StringComparison.Ordinal);
        Assert.Contains("count     13 resources (", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Aspire.Hosting: ResourceBuilderExtensions has")]
    [InlineData("Aspire.Hosting: ParameterResourceBuilderExtensions has")]
    [InlineData("Aspire.Hosting: ProjectResourceBuilderExtensions has")]
    [InlineData("Aspire.Hosting: KubernetesEnvironmentExtensions has")]
    [InlineData("Aspire.Hosting: DockerComposeEnvironmentExtensions has")]
    [InlineData("Aspire.Hosting.Kubernetes: HelmChartOptions has HelmChartOptions With")]
    public void It_uses_every_verb_of(string type)
    {
        var source = string.Concat(Directory.GetFiles(SourceFolder, "*.cs").Select(File.ReadAllText));
        var verbs = PublicSurface.Lines(typeof(Aspire.Hosting.DistributedApplication).Assembly)
            .Where(l => l.StartsWith(type, StringComparison.Ordinal) && l.Contains('('))
            .Select(l => l[..l.IndexOf('(', StringComparison.Ordinal)].Split(' ')[^1].Split('<')[0])
            .Where(v => v != "HelmChartOptions");

        Assert.All(verbs, verb => Assert.Matches($@"\.{verb}[(<]", source));
    }

    private static string SourceFolder => Path.GetFullPath("../../examples/Everything", Path.GetDirectoryName(SourceFile())!);

    private static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;

    /// <summary>Where the checkout is differs from machine to machine.</summary>
    private static string WithoutRoot(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"""path"": ""[^""]*/tests/", "\"path\": \"…/tests/");

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RegressionAnalyzer.Examples.Everything.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}

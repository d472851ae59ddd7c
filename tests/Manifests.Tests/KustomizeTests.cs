using System.ComponentModel;
using System.Diagnostics;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>The folder as kubectl reads it.</summary>
public sealed class KustomizeTests
{
    [Fact]
    public async Task Kubectl_builds_the_folder_at_once()
    {
        using var folder = TemporaryFolder.WithChart();
        var report = ManifestFinisher.Finish(folder.Path, Sample.Settings);
        var (exitCode, output) = await KubectlAsync("kustomize", folder.In("k8s"));
        Assert.True(exitCode == 0, output);
        var objects = YamlReader.ReadAll(output, "kubectl").Cast<Map>().Select(o => $"{o.Text("kind")}/{o.Find("metadata", "name")}");
        Assert.Equal(report.Objects.Order(), objects.Order());
    }

    private static async Task<(int ExitCode, string Output)> KubectlAsync(params string[] arguments)
    {
        try
        {
            using var kubectl = Process.Start(new ProcessStartInfo("kubectl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = kubectl.StandardError.ReadToEndAsync();
            var output = await kubectl.StandardOutput.ReadToEndAsync();
            await kubectl.WaitForExitAsync();
            return (kubectl.ExitCode, output + await error);
        }
        catch (Win32Exception)
        {
            Assert.Skip("needs kubectl");
            throw;
        }
    }
}

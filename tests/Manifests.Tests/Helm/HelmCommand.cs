using System.ComponentModel;
using System.Diagnostics;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests.Helm;

/// <summary>Helm itself: the program that <c>HELM</c> names, or <c>helm</c> on the path.</summary>
internal static class HelmCommand
{
    private static readonly string Program = Environment.GetEnvironmentVariable("HELM") is { Length: > 0 } named ? named : "helm";

    private static readonly Lazy<string> Version = new(() =>
    {
        try
        {
            return Run("version", "--short").Output;
        }
        catch (Win32Exception)
        {
            return "";
        }
    });

    public static void SkipWithout() => Assert.SkipUnless(Version.Value.Length > 0, "needs helm on the path, or HELM with where it is");

    /// <summary>Helm 3 writes values out and reads them again for the schema, and does not read DEL, C1 and non-characters as it wrote them.</summary>
    public static bool Takes(string value) => !Version.Value.StartsWith("v3.", StringComparison.Ordinal)
        || !value.Any(c => c is (>= '\x7f' and <= '\x9f' and not '\x85') or '\ufffe' or '\uffff');

    /// <summary>What <c>helm template</c> renders of a chart with these values on top of its own.</summary>
    public static IReadOnlyList<Map> Template(TemporaryFolder folder, string release, string releaseNamespace, string values)
    {
        var (exitCode, output, error) = Template(folder, values, "template", release, folder.In("chart"), "--namespace", releaseNamespace);
        Assert.True(exitCode == 0, error);
        return [.. YamlReader.ReadAll(output, "helm").OfType<Map>()];
    }

    /// <summary>What it says of values that the chart refuses; empty when it takes them.</summary>
    public static string Refusal(TemporaryFolder folder, string values) => Template(folder, values, "template", "release", folder.In("chart")) is { ExitCode: not 0, Error: var error } ? error : "";

    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var helm = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = helm.StandardError.ReadToEndAsync();
        var output = helm.StandardOutput.ReadToEnd();
        helm.WaitForExit();
        return (helm.ExitCode, output, error.Result);
    }

    private static (int ExitCode, string Output, string Error) Template(TemporaryFolder folder, string values, params string[] arguments)
    {
        folder.Write("overrides.yaml", values);
        return Run([.. arguments, "--values", folder.In("overrides.yaml")]);
    }
}

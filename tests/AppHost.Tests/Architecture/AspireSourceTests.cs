using System.Diagnostics;
using System.Text.Json.Nodes;

namespace RegressionAnalyzer.AppHost.Tests.Architecture;

/// <summary>
/// What the build would take with <c>AspireSource=nuget</c>. The projects are only evaluated: where the official SDK cannot be restored, an empty one
/// stands in the packages folder for it, so that its import is found.
/// </summary>
public sealed class AspireSourceTests : IDisposable
{
    private readonly TemporaryFolder _packages = new();

    [Fact]
    public async Task From_NuGet_the_AppHost_takes_the_official_SDK_and_packages_and_nothing_of_ours()
    {
        PutSdk("13.6.0");

        var evaluated = await EvaluateAsync("src/AppHost/AppHost.csproj", "nuget");

        Assert.Equal(("yes", "yes"), ((string?)evaluated["Properties"]!["SdkBegins"], (string?)evaluated["Properties"]!["SdkEnds"]));
        Assert.Equal(["Aspire.Hosting.Docker", "Aspire.Hosting.Kubernetes"], Items(evaluated, "PackageReference").Where(p => p.StartsWith("Aspire.", StringComparison.Ordinal)));
        Assert.Equal(["../Api/Api.csproj", "../Manifests/Manifests.csproj"], Items(evaluated, "ProjectReference"));
    }

    [Fact]
    public async Task From_NuGet_the_tests_of_the_AppHost_take_the_official_testing_package()
    {
        var evaluated = await EvaluateAsync("tests/AppHost.Tests/AppHost.Tests.csproj", "nuget");

        Assert.Contains("Aspire.Hosting.Testing", Items(evaluated, "PackageReference"));
        Assert.DoesNotContain(Items(evaluated, "ProjectReference"), p => p.Contains("Hosting", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_default_it_takes_our_source_and_no_official_package()
    {
        var evaluated = await EvaluateAsync("src/AppHost/AppHost.csproj");

        Assert.Contains("../Hosting/Hosting.csproj", Items(evaluated, "ProjectReference"));
        Assert.DoesNotContain(Items(evaluated, "PackageReference"), p => p.StartsWith("Aspire.", StringComparison.Ordinal));
    }

    public void Dispose() => _packages.Dispose();

    private void PutSdk(string version)
    {
        var folder = Directory.CreateDirectory(_packages.File($"aspire.apphost.sdk/{version}")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "Sdk"));
        File.WriteAllText(Path.Combine(folder, ".nupkg.metadata"), """{ "version": 2, "contentHash": "", "source": "" }""");
        File.WriteAllText(Path.Combine(folder, "Sdk", "Sdk.props"), "<Project><PropertyGroup><SdkBegins>yes</SdkBegins></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(folder, "Sdk", "Sdk.targets"), "<Project><PropertyGroup><SdkEnds>yes</SdkEnds></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(folder, "aspire.apphost.sdk.nuspec"), $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd">
              <metadata><id>Aspire.AppHost.Sdk</id><version>{version}</version><authors>a test</authors><description>Stands for the official one.</description></metadata>
            </package>
            """);
    }

    private async Task<JsonNode> EvaluateAsync(string project, string? source = null)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "msbuild", Repository.Path(project), .. source is null ? Array.Empty<string>() : [$"-p:AspireSource={source}"], "-getProperty:SdkBegins,SdkEnds", "-getItem:PackageReference,ProjectReference",
        ])
        {
            RedirectStandardOutput = true,
            Environment = { ["NUGET_PACKAGES"] = _packages.Path },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return JsonNode.Parse(output)!;
    }

    private static IEnumerable<string> Items(JsonNode evaluated, string type) =>
        evaluated["Items"]![type]!.AsArray().Select(i => (string)i!["Identity"]!).Order(StringComparer.Ordinal);
}

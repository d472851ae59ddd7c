using System.Text.Json;
using Aspire.Hosting;
using RegressionAnalyzer.Hosting.Tests.Pipelines;

namespace RegressionAnalyzer.Hosting.Tests.Publishing;

/// <summary>The model as one JSON file.</summary>
public sealed class ManifestTests
{
    [Fact]
    public async Task The_manifest_of_the_shop_is_the_one_that_was_found_right() => Golden.AssertEqual("shop", await ShopAsync());

    [Fact]
    public async Task The_value_of_a_secret_is_nowhere_and_is_not_needed() => Assert.Equal(await ShopAsync(), await ShopAsync("--Parameters:db-password=hunter2"));

    [Fact]
    public async Task A_path_that_is_no_json_file_is_the_folder_for_it()
    {
        using var folder = new TemporaryFolder();

        var run = await PipelineProcess.RunAsync(["--publisher", "manifest", "--output-path", "out"], folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["out/aspire-manifest.json"], folder.Files.Keys);
    }

    [Fact]
    public async Task Paths_are_relative_to_the_manifest()
    {
        using var folder = new TemporaryFolder();
        var target = folder["a/b/manifest.json"];

        await Publication.RunAsync(folder, Shop.Model, "--publisher", "manifest", "--output-path", target);

        using var manifest = JsonDocument.Parse(folder.Files["a/b/manifest.json"]);
        Assert.Equal("../../stock/stock.csproj", manifest.RootElement.GetProperty("resources").GetProperty("stock").GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_publisher_that_is_not_known_is_named()
    {
        var run = await PipelineProcess.RunAsync(["--publisher", "azure"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("error: --publisher is 'azure'; it can be default or manifest.", run.ErrorLine);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_named() => Assert.Contains(
        "'web' has no endpoint 'grpc'. It has none: add one with WithHttpEndpoint.",
        await Publication.ErrorAsync(
            builder =>
            {
                var web = builder.AddProject("web", "web.csproj");
                builder.AddProject("till", "till.csproj").WithReference(web.GetEndpoint("grpc"));
            },
            "--publisher",
            "manifest"),
        StringComparison.Ordinal);

    private static async Task<IReadOnlyDictionary<string, string>> ShopAsync(params string[] args)
    {
        using var folder = new TemporaryFolder();
        var publication = await Publication.RunAsync(
            folder,
            builder =>
            {
                Shop.Model(builder);
                builder.AddKubernetesEnvironment("k8s");
                builder.AddExecutable("tail", "tail", "logs", "-f", "it's <here>").WithEndpoint(port: 5140, name: "syslog", protocol: System.Net.Sockets.ProtocolType.Udp);
            },
            ["--publisher", "manifest", "--output-path", folder["manifest.json"], .. args]);
        Assert.True(publication.ExitCode == 0, publication.Output);
        return folder.Files;
    }
}

using System.Text.Json.Nodes;

namespace RegressionAnalyzer.AppHost.Tests.Publishing;

/// <summary>Publishing as a command: same bytes, no secret, no question, an honest exit code.</summary>
public sealed class PublishTests
{
    private static readonly string[] Publish = ["--operation", "publish", "--step", "publish", "--output-path", "."];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_publishes_give_the_same_bytes()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();

        await PublishAsync(one);
        await PublishAsync(other);

        Assert.Equal(Contents(one.Path), Contents(other.Path));
    }

    [Fact]
    public async Task Publishing_again_into_the_same_folder_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await PublishAsync(folder);
        var first = Contents(folder.Path);

        await PublishAsync(folder);

        Assert.Equal(first, Contents(folder.Path));
    }

    [Theory]
    [InlineData("kubernetes", "chart", "k8s")]
    [InlineData("compose", "compose")]
    public async Task The_committed_artifacts_are_what_the_model_publishes(string target, params string[] folders)
    {
        using var folder = new TemporaryFolder();
        await PublishAsync(folder, $"--Target={target}");

        foreach (var owned in folders)
        {
            var published = Contents(folder.File(owned));
            var committed = Contents(Repository.Path($"aspire-manifest/{owned}"));
            var drifted = published.Keys.Union(committed.Keys).Where(f => published.GetValueOrDefault(f) != committed.GetValueOrDefault(f));
            Assert.True(!drifted.Any(), $"aspire-manifest/{owned} differs from the model in {string.Join(", ", drifted)}. Publish again: dotnet run --project src/AppHost -lp publish");
        }
    }

    [Fact]
    public async Task The_committed_manifest_is_what_the_model_publishes()
    {
        using var folder = new TemporaryFolder();

        var run = await AppHostProcess.RunAsync(folder.Path, ["--publisher", "manifest", "--output-path", "manifest.json"], cancellationToken: Cancellation);

        Assert.True(run.ExitCode == 0, run.Output);
        var published = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("manifest.json"), Cancellation))!;
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("aspire-manifest/manifest.json"), Cancellation))!;
        published["resources"]!["regression-analyzer"]!["path"] = "../src/Api/Api.csproj"; // relative to where the manifest is
        Assert.True(JsonNode.DeepEquals(published, committed), "aspire-manifest/manifest.json differs. Publish again: dotnet run --project src/AppHost -lp manifest");
    }

    [Fact]
    public async Task Values_that_were_filled_in_for_compose_outlive_the_next_publish()
    {
        using var folder = new TemporaryFolder();
        await PublishAsync(folder, "--Target=compose");
        var variables = folder.File("compose/.env");
        await File.WriteAllTextAsync(
            variables, (await File.ReadAllTextAsync(variables, Cancellation)).Replace("GROQ_API_KEY=", "GROQ_API_KEY=mine", StringComparison.Ordinal), Cancellation);

        await PublishAsync(folder, "--Target=compose");

        Assert.Contains("GROQ_API_KEY=mine\n", await File.ReadAllTextAsync(variables, Cancellation), StringComparison.Ordinal);
        Assert.Equal(["compose"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_value_of_a_secret_is_in_no_published_file()
    {
        const string Value = "sk-never-to-be-seen";
        using var folder = new TemporaryFolder();

        var run = await AppHostProcess.RunAsync(
            folder.Path, Publish, new Dictionary<string, string?> { ["Parameters__anthropic_api_key"] = Value }, Cancellation);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(Value, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Contents(folder.Path).Values, content => content.Contains(Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failing_step_ends_with_exit_code_1_and_says_why()
    {
        using var folder = new TemporaryFolder();

        var run = await AppHostProcess.RunAsync(
            folder.Path, Publish, new Dictionary<string, string?> { ["Parameters__image_tag"] = "latest" }, Cancellation);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("latest", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--step", "publsh")]
    [InlineData("--Target", "docker")]
    [InlineData("--operation", "deploy-everything")]
    public async Task A_word_that_is_not_known_is_named_with_what_is(string option, string value)
    {
        using var folder = new TemporaryFolder();

        var run = await AppHostProcess.RunAsync(folder.Path, ["--operation", "publish", "--output-path", ".", option, value], cancellationToken: Cancellation);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"'{value}'", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(TemporaryFolder folder, params string[] more)
    {
        var run = await AppHostProcess.RunAsync(folder.Path, [.. Publish, .. more], cancellationToken: Cancellation);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    /// <summary>Every file below a folder by its relative path.</summary>
    private static SortedDictionary<string, string> Contents(string folder) =>
        new(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllText), StringComparer.Ordinal);
}

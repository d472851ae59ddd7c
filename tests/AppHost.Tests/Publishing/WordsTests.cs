namespace RegressionAnalyzer.AppHost.Tests.Publishing;

/// <summary>The words a person types in place of steps and options.</summary>
public sealed class WordsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_that_is_none_is_refused_with_those_there_are()
    {
        using var folder = new TemporaryFolder();

        var run = await RunAsync(folder, "pubish");

        Assert.Equal((1, "error: There is no word 'pubish'. There are: publish, explain, verify, deploy, destroy. --help says what they do, and their options."), (run.ExitCode, run.Output.TrimEnd()));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("deploy", "--help")]
    public async Task Help_names_every_word(params string[] args)
    {
        using var folder = new TemporaryFolder();

        var run = await RunAsync(folder, args);

        Assert.Equal(0, run.ExitCode);
        Assert.All(["publish", "--check", "explain", "verify", "deploy", "destroy"], word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_is_content_with_what_was_just_published_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await RunAsync(folder, "publish")).ExitCode);
        var before = Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories);

        var run = await RunAsync(folder, "publish", "--check");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Check_shows_a_changed_line_and_ends_with_exit_code_1()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, "publish", "--output-path", "there");
        await File.AppendAllTextAsync(folder.File("there/k8s/hpa.yaml"), "# by hand\n", Cancellation);

        var run = await RunAsync(folder, "publish", "--check", "--output-path", "there");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("-# by hand", run.Output, StringComparison.Ordinal);
        Assert.Contains("k8s/hpa.yaml", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_says_what_in_the_model_put_a_field_there()
    {
        using var folder = new TemporaryFolder();

        var run = await RunAsync(folder, "explain");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("HorizontalPodAutoscaler/regression-analyzer", run.Output, StringComparison.Ordinal);
        Assert.Contains("MaxReplicas", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Verify_finds_nothing_in_what_the_model_publishes()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, "publish");

        var run = await RunAsync(folder, "verify");

        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public async Task The_step_verify_publishes_and_checks()
    {
        using var folder = new TemporaryFolder();

        var run = await RunAsync(folder, "--operation", "publish", "--step", "verify", "--output-path", ".");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.True(Directory.Exists(folder.File("k8s")));
    }

    [Fact]
    public async Task Verify_names_the_rule_the_object_and_the_mend_in_other_peoples_manifests()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("service.yaml"), "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec: {ports: [{port: 80, targetport: 8080}]}\n", Cancellation);

        var run = await RunAsync(folder, "verify", "service.yaml");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("targetport", run.Output, StringComparison.Ordinal);
        Assert.Contains("Service/shop", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deploy")]
    [InlineData("destroy")]
    public async Task Without_a_cluster_a_deployment_says_what_is_needed(string word)
    {
        using var folder = new TemporaryFolder();
        var nowhere = new Dictionary<string, string?> { ["KUBECONFIG"] = folder.File("none"), ["KUBERNETES_SERVICE_HOST"] = null };

        var run = await AppHostProcess.RunAsync(folder.Path, [word, "--yes"], nowhere, Cancellation);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("KUBECONFIG", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    private static Task<AppHostRun> RunAsync(TemporaryFolder folder, params string[] args) =>
        AppHostProcess.RunAsync(folder.Path, args, cancellationToken: Cancellation);
}

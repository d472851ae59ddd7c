using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Pipelines;

/// <summary>One line that names the thing and the mend, and exit code 1.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("There is no option --stpe. There are: --operation,", "--operation", "publish", "--stpe", "publish")]
    [InlineData("There is no option --output. There are:", "--operation", "publish", "--output=x")]
    [InlineData("There is no option --force without a value.", "--operation", "publish", "--force")]
    [InlineData("--step needs a value.", "--operation", "publish", "--step")]
    [InlineData("--step needs a value.", "--step", "--operation", "publish")]
    [InlineData("'publish' is not an option.", "publish")]
    [InlineData("'-h' is not an option.", "-h")]
    [InlineData("--operation is 'deploy'; it can be run or publish.", "--operation", "deploy")]
    [InlineData("--log-level is 'loud'; it can be Trace, Debug,", "--operation", "publish", "--log-level", "loud")]
    [InlineData("The step asked for is 'pubish', which is not there. There are: publish, publish-prereq,", "--operation", "publish", "--step", "pubish")]
    public async Task An_option_that_cannot_be_meant(string reason, params string[] args) => AssertOneLine(await PipelineProcess.RunAsync(args), reason);

    [Theory]
    [InlineData("same-name", "There are two resources named 'Shop'")]
    [InlineData("bad-name", "'no_underscores' is not a valid resource name: 1 to 64 ASCII letters, digits and single hyphens")]
    [InlineData("same-step", "There are two pipeline steps named 'first'.")]
    [InlineData("well-known-step", "The pipeline step 'deploy' is there already. Give yours another name and say that it is requiredBy \"deploy\".")]
    [InlineData("unknown-dependency", "The step 'lost' depends on 'nowhere', which is not there. There are: publish,")]
    [InlineData("unknown-requirement", "The step 'lost' is required by 'nowhere', which is not there. There are: publish,")]
    [InlineData("circle", "These pipeline steps wait for each other: a -> c -> b -> a.")]
    [InlineData("circle-of-waits", "Resources wait for each other in a circle: 'one' waits for 'two' waits for 'one'. Remove one of the WaitFor calls.")]
    [InlineData("unknown-endpoint", "'shop' has no endpoint 'grpc'. It has: http.")]
    public async Task A_model_that_cannot_be(string name, string reason) =>
        AssertOneLine(await PipelineProcess.RunAsync(["--operation", "publish", "--Case", name, "--output-path", Path.GetRandomFileName()]), reason);

    [Theory]
    [InlineData("There are two resources named 'Shop'", "--Case", "same-name")]
    [InlineData("'no_underscores' is not a valid resource name:", "--Case", "bad-name", "--Parameters:log-level=Debug")]
    [InlineData("There is no option --prot.", "--prot", "8000")]
    public async Task What_cannot_be_published_cannot_be_run_either(string reason, params string[] args) =>
        AssertOneLine(await PipelineProcess.RunAsync(args), reason);

    [Fact]
    public async Task A_settings_file_that_cannot_be_read_is_named_with_the_line()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["appsettings.json"], "{\n  \"Target\": compose\n}", TestContext.Current.CancellationToken);

        var run = await PipelineProcess.RunAsync(["--operation", "publish"], folder.Path, new() { ["EXAMPLE_FOLDER"] = folder.Path });

        AssertOneLine(run, folder["appsettings.json"]);
        Assert.Contains("LineNumber: 1", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_of_the_model_is_not_an_unknown_option()
    {
        var run = await PipelineProcess.RunStepAsync("first", "--Parameters:password=x", "--environment", "Staging", "--Color", "red");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    private static void AssertOneLine(PipelineRun run, string reason)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.ErrorLine, StringComparison.Ordinal);
        Assert.StartsWith("error: ", run.ErrorLine, StringComparison.Ordinal);
    }
}

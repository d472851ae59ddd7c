namespace RegressionAnalyzer.Hosting.Tests.Pipelines;

/// <summary>One line that names the thing and the mend, and exit code 1.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("There is no option --stpe. Did you mean --step? There are: --operation,", "--operation", "publish", "--stpe", "publish")]
    [InlineData("There is no option --output. Did you mean --output-path? There are:", "--operation", "publish", "--output=x")]
    [InlineData("There is no option --force. There are: --operation,", "--operation", "publish", "--force")]
    [InlineData("--step needs a value: --step VALUE.", "--operation", "publish", "--step")]
    [InlineData("--step needs a value: --step VALUE.", "--step", "--operation", "publish")]
    [InlineData("--Target needs a value: --Target VALUE.", "--operation", "publish", "--Target")]
    [InlineData("--Parameters:password needs a value: --Parameters:password VALUE.", "--Parameters:password")]
    [InlineData("'publish' is not an option.", "publish")]
    [InlineData("'-h' is not an option.", "-h")]
    [InlineData("--operation is 'deploy'; it can be run or publish.", "--operation", "deploy")]
    [InlineData("--log-level is 'loud'; it can be Trace, Debug,", "--operation", "publish", "--log-level", "loud")]
    [InlineData("The step asked for is 'pubish', which is not there. Did you mean publish? There are: publish, publish-prereq,", "--operation", "publish", "--step", "pubish")]
    [InlineData("The step asked for is 'nothing-like-it', which is not there. There are: publish, publish-prereq,", "--step", "nothing-like-it")]
    [InlineData("The setting Services is 'many'; it must be a whole number.", "--operation", "publish", "--Services", "many")]
    public async Task An_option_that_cannot_be_meant(string reason, params string[] args) => AssertOneLine(await PipelineProcess.RunAsync(args), reason);

    [Theory]
    [InlineData("same-name", "There are two resources named 'Shop'")]
    [InlineData("bad-name", "'no_underscores' is not a valid resource name: 1 to 64 ASCII letters, digits and single hyphens")]
    [InlineData("same-step", "There are two pipeline steps named 'first'.")]
    [InlineData("well-known-step", "The pipeline step 'deploy' is there already. Give yours another name and say that it is requiredBy \"deploy\".")]
    [InlineData("unknown-dependency", "The step 'lost' depends on 'nowhere', which is not there. There are: publish,")]
    [InlineData("unknown-requirement", "The step 'lost' is required by 'nowhere', which is not there. There are: publish,")]
    [InlineData("circle", "Pipeline steps wait for each other in a circle: 'a' waits for 'c' waits for 'b' waits for 'a'. Remove one of their dependsOn or requiredBy.")]
    [InlineData("circle-of-waits", "Resources wait for each other in a circle: 'one' waits for 'two' waits for 'one'. Remove one of the WaitFor calls.")]
    [InlineData("unknown-endpoint", "'shop' has no endpoint 'grpc'. It has: http.")]
    public async Task A_model_that_cannot_be(string name, string reason) =>
        AssertOneLine(await PipelineProcess.RunAsync(["--operation", "publish", "--Case", name, "--output-path", Path.GetRandomFileName()]), reason);

    [Theory]
    [InlineData("There are two resources named 'Shop'", "--Case", "same-name")]
    [InlineData("'no_underscores' is not a valid resource name:", "--Case", "bad-name", "--Parameters:log-level=Debug")]
    [InlineData("There is no option --prot.", "--prot", "8000")]
    [InlineData("There is no option --nonsense.", "--nonsense")]
    [InlineData("--log-level is 'loud'; it can be Trace, Debug,", "--log-level", "loud")]
    [InlineData("The setting Dashboard:Disabled is 'maybe'; it must be true or false.", "--no-dashboard", "maybe")]
    [InlineData("The step 'lost' depends on 'nowhere', which is not there. There are: publish,", "--Case", "unknown-dependency")]
    [InlineData("Pipeline steps wait for each other in a circle:", "--Case", "circle")]
    public async Task What_cannot_be_published_cannot_be_run_either(string reason, params string[] args) =>
        AssertOneLine(await PipelineProcess.RunAsync(args), reason);

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
        Assert.Empty(run.Output);
    }
}

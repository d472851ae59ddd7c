using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Pipelines;

/// <summary>A parameter's value comes from any configuration source of the host. The step that is run fails without one.</summary>
public sealed class ParameterSourceTests : IDisposable
{
    private const string Json = """{ "Parameters": { "password": "sesame" } }""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public Task The_settings_file() => FindsAsync("appsettings.json");

    [Fact]
    public Task The_settings_file_of_the_environment() => FindsAsync("appsettings.Staging.json", "--environment", "Staging");

    [Fact]
    public async Task The_settings_file_of_another_environment_is_not_read()
    {
        await WriteAsync("appsettings.Staging.json");

        Assert.Equal(1, (await RunAsync("--environment", "Production")).ExitCode);
    }

    [Fact]
    public Task The_users_secrets() => FindsAsync("Microsoft/UserSecrets/regression-analyzer-example-pipeline/secrets.json", "--environment", "Development");

    [Theory]
    [InlineData("--Parameters:password=sesame")]
    [InlineData("--Parameters:Password", "sesame")]
    public async Task The_command_line(params string[] args) => Assert.Equal((0, ""), Ended(await RunAsync(args)));

    [Fact]
    public async Task A_variable_of_the_environment() =>
        Assert.Equal((0, ""), Ended(await PipelineProcess.RunAsync(Args([]), _folder.Path, new() { ["Parameters__password"] = "sesame" })));

    public void Dispose() => _folder.Dispose();

    private async Task FindsAsync(string file, params string[] args)
    {
        await WriteAsync(file);

        Assert.Equal((0, ""), Ended(await RunAsync(args)));
    }

    private Task WriteAsync(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
        return File.WriteAllTextAsync(_folder[file], Json, TestContext.Current.CancellationToken);
    }

    /// <summary>With the folder as the AppHost's own and as the one that holds the users' secrets.</summary>
    private Task<PipelineRun> RunAsync(params string[] args) =>
        PipelineProcess.RunAsync(Args(args), _folder.Path, new() { ["EXAMPLE_FOLDER"] = _folder.Path, ["APPDATA"] = _folder.Path });

    private static string[] Args(string[] more) => ["--operation", "publish", "--step", "asks-for-password", .. more];

    private static (int ExitCode, string Error) Ended(PipelineRun run) => (run.ExitCode, run.Error);
}

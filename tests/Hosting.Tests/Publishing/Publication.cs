using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.DependencyInjection;

namespace RegressionAnalyzer.Hosting.Tests.Publishing;

/// <summary>A model published in this process, and what came of it.</summary>
internal sealed record Publication(int ExitCode, string Output)
{
    /// <param name="folder">Where to; the model's own folder is there, too.</param>
    /// <param name="args">After <c>--operation publish</c>.</param>
    public static async Task<Publication> RunAsync(TemporaryFolder folder, Action<IDistributedApplicationBuilder> model, params string[] args)
    {
        var output = new StringWriter();
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            ProjectDirectory = folder.Path,
            Args = ["--operation", "publish", "--output-path", folder.Path, .. args],
        });
        builder.Services.AddSingleton(new PipelineConsole(builder.Configuration, output, output));
        model(builder);
        MakeProjects(builder);
        await using var application = builder.Build();
        var exitCode = await application.Services.GetRequiredService<PipelineRunner>().RunAsync(TestContext.Current.CancellationToken);
        return new Publication(exitCode, output.ToString());
    }

    /// <summary>The projects that the model names by their path: publishing builds none of them, but they must be there.</summary>
    private static void MakeProjects(IDistributedApplicationBuilder builder)
    {
        foreach (var project in builder.Resources.OfType<ProjectResource>().Select(r => r.GetProjectMetadata().ProjectPath).Where(p => !File.Exists(p)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(project)!);
            File.WriteAllText(project, "<Project />");
        }
    }

    /// <summary>Publishes what must succeed.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FilesAsync(Action<IDistributedApplicationBuilder> model, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var publication = await RunAsync(folder, model, args);
        Assert.True(publication.ExitCode == 0, publication.Output);
        return folder.Files;
    }

    /// <summary>Publishes what must fail, without leaving a file.</summary>
    public static async Task<string> ErrorAsync(Action<IDistributedApplicationBuilder> model, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var publication = await RunAsync(folder, model, args);
        Assert.Equal(1, publication.ExitCode);
        Assert.Empty(folder.Files);
        return Assert.Single(publication.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}

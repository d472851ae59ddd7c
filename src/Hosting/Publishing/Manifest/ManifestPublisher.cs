using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>Writes the whole model as one JSON file for other tools to deploy from: <c>--publisher manifest --output-path FILE</c>.</summary>
internal static class ManifestPublisher
{
    public const string Name = "manifest";
    public const string StepName = "publish-manifest";

    private const string DefaultFile = "aspire-manifest.json";

    public static PipelineStep Step => new()
    {
        Name = StepName,
        Description = "Writes the model as one JSON file; also --publisher manifest.",
        Action = PublishAsync,
    };

    private static async Task PublishAsync(PipelineStepContext context)
    {
        var target = Target(context.Services);
        var folder = Path.GetDirectoryName(target)!;
        var document = await ManifestDocument.WriteAsync(context.Model, context.ExecutionContext, folder, context.CancellationToken);
        using (var staged = new StagedFolder(folder))
        {
            staged.Write(new PublishedFile(Path.GetFileName(target), document));
            staged.Commit();
        }

        await context.ReportingStep.CompleteAsync($"manifest in {target}", cancellationToken: context.CancellationToken);
    }

    /// <summary>A path that ends in <c>.json</c> is the file; any other is the folder for it.</summary>
    private static string Target(IServiceProvider services)
    {
        var path = services.GetRequiredService<IConfiguration>()[CommandLine.OutputPathKey];
        return path is null ? Path.Combine(services.GetRequiredService<AppHostFolder>().Path, DefaultFile)
            : path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetFullPath(path)
            : Path.Combine(Path.GetFullPath(path), DefaultFile);
    }
}

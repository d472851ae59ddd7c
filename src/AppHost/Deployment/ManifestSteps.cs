using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegressionAnalyzer.Manifests;
using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>The steps around the Kubernetes publisher's chart: finished, compared, explained, verified.</summary>
internal static class ManifestSteps
{
    public const string Finish = "finish-manifests";
    private const string Chart = "publish-k8s";

    public static void AddManifestSteps(this IDistributedApplicationPipeline pipeline)
    {
        pipeline.AddStep(Finish, FinishAsync, dependsOn: Chart, requiredBy: WellKnownPipelineSteps.Publish);
        pipeline.AddStep("check", CheckAsync, dependsOn: Chart);
        pipeline.AddStep("explain", ExplainAsync, dependsOn: Chart);
        pipeline.AddStep("verify", VerifyAsync, dependsOn: Finish);
    }

    /// <summary>The folder that publishing writes to.</summary>
    public static string OutputFolder(this PipelineStepContext context) => context.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory();

    /// <summary>The folder of the finished manifests.</summary>
    public static string ManifestFolder(this PipelineStepContext context) => Path.Combine(context.OutputFolder(), "k8s");

    private static async Task FinishAsync(PipelineStepContext context)
    {
        var folder = context.OutputFolder();
        var report = await FinishAsync(folder, context);
        context.Summary.Add("Chart", Path.Combine(folder, "chart"));
        context.Summary.Add("Manifests", $"{context.ManifestFolder()}, {report.Objects.Count} objects; apply with: kubectl apply -k {context.ManifestFolder()}");
        if (report.ForeignFiles.Count > 0)
        {
            context.Summary.Add("Left alone", string.Join(", ", report.ForeignFiles));
        }
    }

    /// <summary>What the publisher left is of no use to anyone when it cannot be finished.</summary>
    private static async Task<FinishReport> FinishAsync(string folder, PipelineStepContext context)
    {
        try
        {
            return ManifestFinisher.Finish(folder, await context.SettingsAsync());
        }
        catch
        {
            ManifestFinisher.RemoveRawChart(folder);
            throw;
        }
    }

    private static async Task CheckAsync(PipelineStepContext context)
    {
        var folder = Path.GetFullPath(context.Configuration()["Check:Folder"] ?? Commands.Words.Published);
        var drift = Drift.Between(folder, ManifestFinisher.Render(context.OutputFolder(), await context.SettingsAsync()));
        if (!drift.IsNone)
        {
            Console.Write(drift.Diff);
            throw new DistributedApplicationException(
                $"{folder} differs from the model in {string.Join(", ", drift.Paths)}. Publish again, or change the model back.");
        }

        context.Summary.Add("Checked", $"{folder} is what the model publishes");
    }

    private static async Task ExplainAsync(PipelineStepContext context) =>
        Console.Write(ManifestExplainer.Explain(context.OutputFolder(), await context.SettingsAsync()));

    private static async Task VerifyAsync(PipelineStepContext context)
    {
        var settings = await context.SettingsAsync();
        var report = ManifestVerifier.Verify(context.ManifestFolder(), new VerifyOptions { KubernetesVersion = settings.KubernetesVersion });
        Console.Write(report.ToTable());
        if (report.Failed)
        {
            throw new DistributedApplicationException($"{context.ManifestFolder()} has findings: see above for each with its mend.");
        }
    }

    private static IConfiguration Configuration(this PipelineStepContext context) => context.Services.GetRequiredService<IConfiguration>();

    private static Task<DeploymentSettings> SettingsAsync(this PipelineStepContext context) =>
        DeploymentReader.ReadAsync(context.Model, context.Configuration(), context.CancellationToken);
}

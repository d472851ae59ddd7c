using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegressionAnalyzer.Manifests;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>The step after the Kubernetes publisher: its chart in, finished manifests out.</summary>
internal static class FinishManifests
{
    public static async Task RunAsync(PipelineStepContext context)
    {
        var settings = await DeploymentReader.ReadAsync(
            context.Model, context.Services.GetRequiredService<IConfiguration>(), context.CancellationToken);
        var folder = context.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory();
        var report = ManifestFinisher.Finish(folder, settings);
        context.Summary.Add("Chart", Path.Combine(folder, "chart"));
        context.Summary.Add("Manifests", $"{Path.Combine(folder, "k8s")}, {report.Objects.Count} objects; apply with: kubectl apply -k {Path.Combine(folder, "k8s")}");
        if (report.ForeignFiles.Count > 0)
        {
            context.Summary.Add("Left alone", string.Join(", ", report.ForeignFiles));
        }
    }
}

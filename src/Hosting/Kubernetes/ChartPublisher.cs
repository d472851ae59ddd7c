using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Aspire.Hosting.Publishing;
using Aspire.Hosting.Publishing.Yaml;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Kubernetes;

/// <summary>Writes the Helm chart of an environment: <c>Chart.yaml</c>, <c>values.yaml</c> and a folder of templates per resource.</summary>
internal sealed class ChartPublisher(KubernetesEnvironmentResource environment)
{
    public async Task PublishAsync(PipelineStepContext context)
    {
        var members = EnvironmentMembers.ToPublish(context, environment);
        if (members.Count == 0)
        {
            await context.ReportingStep.CompleteAsync($"nothing to write: no resource is published to '{environment.Name}'", cancellationToken: context.CancellationToken);
            return;
        }

        var chart = await ChartMetadata.ReadAsync(
            environment.Chart, context.Services.GetRequiredService<IHostEnvironment>().ApplicationName, context.CancellationToken);
        var files = await WriteAsync(members, chart, context);
        var folder = context.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory(environment);
        new ChartFolder(folder).Replace(files);
        await context.ReportingStep.CompleteAsync(
            $"chart {chart.Name} {chart.Version}, {files.Count} files in {folder}", cancellationToken: context.CancellationToken);
    }

    private async Task<List<PublishedFile>> WriteAsync(IReadOnlyList<IResource> members, ChartMetadata chart, PipelineStepContext context)
    {
        var values = new ChartValues();
        var dashboard = environment.DashboardEnabled ? new DashboardResource(environment) : null;
        IReadOnlyList<IResource> workloads = dashboard is null ? members : [dashboard, .. members];
        var text = new ChartTextWriter(values, workloads);
        var templates = new List<PublishedFile>();
        foreach (var resource in workloads)
        {
            var workload = await ChartWorkload.ReadAsync(resource, environment, values, text, dashboard, context.ExecutionContext, context.CancellationToken);
            templates.AddRange(Templates(workload));
        }

        return [new("Chart.yaml", YamlWriter.Write(chart.ToYaml())), new("values.yaml", YamlWriter.Write(values.ToYaml())), .. templates];
    }

    private static IEnumerable<PublishedFile> Templates(ChartWorkload workload)
    {
        yield return Template("deployment", DeploymentTemplate.Of(workload));
        if (workload.Ports.Count > 0)
        {
            yield return Template("service", ServiceTemplate.Of(workload));
        }

        if (workload.Config.Count > 0)
        {
            yield return Template("config", EnvironmentTemplates.Config(workload));
        }

        if (workload.Secrets.Count > 0)
        {
            yield return Template("secrets", EnvironmentTemplates.Secrets(workload));
        }

        foreach (var (volume, claim) in ChartVolumes.Of(workload).Claims)
        {
            yield return Template($"{volume}-pvc", claim);
        }

        PublishedFile Template(string name, YamlMap document) =>
            new($"templates/{workload.Resource.Name}/{name}.yaml", YamlWriter.Write(document, documentStart: true));
    }
}

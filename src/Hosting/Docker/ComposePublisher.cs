using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources;
using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Pipelines;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Docker;

/// <summary>Writes <c>docker-compose.yaml</c> and the <c>.env</c> beside it.</summary>
internal sealed class ComposePublisher(DockerComposeEnvironmentResource environment)
{
    public static string NetworkOf(DockerComposeEnvironmentResource environment) => environment.DefaultNetworkName ?? "aspire";

    public async Task PublishAsync(PipelineStepContext context)
    {
        var members = EnvironmentMembers.ToPublish(context, environment);
        if (members.Count == 0)
        {
            await context.ReportingStep.CompleteAsync($"nothing to write: no resource is published to '{environment.Name}'", cancellationToken: context.CancellationToken);
            return;
        }

        environment.Variables = new ComposeVariables();
        var file = await BuildAsync(members, context);
        var folder = context.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory(environment);
        new ComposeFolder(folder).Replace(file, environment.Variables);
        await context.ReportingStep.CompleteAsync(
            $"{file.Services.Count} services in {Path.Combine(folder, ComposeFolder.FileName)}", cancellationToken: context.CancellationToken);
        var empty = environment.Variables.All.Where(v => v.Kind != ComposeVariableKind.OfTheModel && v.Value.Length == 0).Select(v => v.Name).ToList();
        if (empty.Count > 0)
        {
            context.Summary.Add("Still empty", $"{string.Join(", ", empty)} in {ComposeFolder.VariablesName}");
        }
    }

    private async Task<ComposeFile> BuildAsync(IReadOnlyList<IResource> members, PipelineStepContext context)
    {
        var dashboard = environment.DashboardEnabled ? new DashboardResource(environment) : null;
        IReadOnlyList<IResource> workloads = dashboard is null ? members : [dashboard, .. members];
        var text = new ComposeTextWriter(environment.Variables, workloads);
        var builder = new ComposeServiceBuilder(environment, text, dashboard, context.ExecutionContext);
        var file = new ComposeFile();
        var services = new Dictionary<IResource, Service>();
        foreach (var resource in workloads)
        {
            services[resource] = await builder.BuildAsync(resource, context.CancellationToken);
        }

        foreach (var (resource, service) in services)
        {
            ComposeDependencies.Add(service, resource, services);
            if (ComposeVolumeOwners.JobFor(service, environment.Variables) is { } job)
            {
                file.AddService(job);
            }

            file.AddService(service);
            var httpPorts = text.Ports(resource).Where(p => p.IsHttp).Select(p => text.ContainerPort(resource, p)).ToList();
            foreach (var proxy in ComposeReplicas.ShareHostPorts(service, httpPorts, environment.Variables))
            {
                file.AddService(proxy);
            }
        }

        file.AddNetwork(new Network { Name = NetworkOf(environment), Driver = "bridge" });
        AddVolumes(file);
        environment.Configurations.ForEach(configure => configure(file));
        return file;
    }

    private static void AddVolumes(ComposeFile file)
    {
        foreach (var volume in file.Services.Values.SelectMany(s => s.Volumes).Where(v => v is { Type: "volume", Source: not null }))
        {
            file.Volumes.TryAdd(volume.Source!, new Volume { Name = volume.Source!, Driver = "local" });
        }
    }
}

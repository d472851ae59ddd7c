using Microsoft.Extensions.Configuration;
using RegressionAnalyzer.Manifests;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>
/// Hands over what the model says of each workload as the one settings record that the post-processing takes. What differs from environment to
/// environment is under <c>Kubernetes</c> in <c>appsettings.{Environment}.json</c>, and comes before the model.
/// </summary>
internal static class DeploymentReader
{
    public static async Task<DeploymentSettings> ReadAsync(
        DistributedApplicationModel model, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var workloads = new List<WorkloadSettings>();
        foreach (var resource in model.Resources.OfType<IComputeResource>())
        {
            workloads.Add(await ReadWorkloadAsync(resource, configuration.GetSection("Kubernetes"), cancellationToken));
        }

        return new DeploymentSettings
        {
            Name = workloads[0].Resource,
            Namespace = configuration["Kubernetes:Namespace"],
            Description = "Turns an uploaded table into a regression analysis with charts.",
            Version = typeof(DeploymentReader).Assembly.GetName().Version!.ToString(3),
            Workloads = workloads,
        };
    }

    private static async Task<WorkloadSettings> ReadWorkloadAsync(IComputeResource resource, IConfigurationSection kubernetes, CancellationToken cancellationToken)
    {
        resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image);
        resource.TryGetLastAnnotation<AutoscalingAnnotation>(out var autoscaling);
        resource.TryGetLastAnnotation<ResourcesAnnotation>(out var resources);
        var port = ((IResourceWithEndpoints)resource).GetEndpoint("http").TargetPort ?? 8000;
        return new WorkloadSettings
        {
            Resource = resource.Name,
            Image = await image!.ReadAsync(cancellationToken),
            Port = port,
            Service = new ServiceSettings
            {
                Type = kubernetes.GetValue("Service:Type", ServiceType.NodePort),
                Port = port,
                NodePort = kubernetes.GetValue<int?>("Service:NodePort", 30080),
            },
            Autoscaling = Read(autoscaling!.Settings, kubernetes.GetSection("Autoscaling")),
            Resources = Read(resources!.Settings, kubernetes.GetSection("Resources")),
            Volumes = [.. resource.Annotations.OfType<SharedVolumeAnnotation>().Select(v => ReadVolume(v, kubernetes.GetSection($"Volumes:{v.Name}")))],
            SecretKeys = [.. resource.Annotations.OfType<ApiKeyAnnotation>().Select(k => new SecretKey(k.Variable, k.Description))],
        };
    }

    private static AutoscalingSettings Read(AutoscalingSettings model, IConfigurationSection settings) => new()
    {
        MinReplicas = settings.GetValue("MinReplicas", model.MinReplicas),
        MaxReplicas = settings.GetValue("MaxReplicas", model.MaxReplicas),
        TargetCpuPercent = settings.GetValue("TargetCpuPercent", model.TargetCpuPercent),
    };

    private static ResourceSettings Read(ResourceSettings model, IConfigurationSection settings) => model with
    {
        CpuRequest = settings["CpuRequest"] ?? model.CpuRequest,
        CpuLimit = settings["CpuLimit"] ?? model.CpuLimit,
        MemoryRequest = settings["MemoryRequest"] ?? model.MemoryRequest,
        MemoryLimit = settings["MemoryLimit"] ?? model.MemoryLimit,
    };

    private static SharedVolume ReadVolume(SharedVolumeAnnotation volume, IConfigurationSection settings) => new()
    {
        Name = volume.Name,
        MountPath = volume.MountPath,
        Size = settings["Size"] ?? volume.Size,
        StorageClass = settings["StorageClass"],
        ExistingClaim = settings["ExistingClaim"],
    };
}

using Microsoft.Extensions.Configuration;
using RegressionAnalyzer.Manifests;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>
/// Hands over what the model says of each workload as the one settings record that the post-processing takes. What differs from environment to
/// environment is under <c>Kubernetes</c> in <c>appsettings.{Environment}.json</c>, and comes before the model.
/// </summary>
internal static class DeploymentReader
{
    private const string Section = "Kubernetes";

    /// <exception cref="DistributedApplicationException">A setting is unknown or has a value that it cannot have.</exception>
    public static async Task<DeploymentSettings> ReadAsync(
        DistributedApplicationModel model, IConfiguration configuration, CancellationToken cancellationToken)
    {
        KnownSettings.Check(configuration.GetSection(Section), typeof(KubernetesOptions));
        var options = configuration.GetSection(Section).Get<KubernetesOptions>() ?? new();
        var workloads = new List<WorkloadSettings>();
        foreach (var resource in model.Resources.OfType<IComputeResource>())
        {
            workloads.Add(await ReadWorkloadAsync(resource, options, cancellationToken));
        }

        return new DeploymentSettings
        {
            Name = workloads[0].Resource,
            Namespace = options.Namespace,
            Description = "Turns an uploaded table into a regression analysis with charts.",
            Version = typeof(DeploymentReader).Assembly.GetName().Version!.ToString(3),
            KubernetesVersion = options.Version is { } version ? KubernetesVersion.Parse(version) : KubernetesVersion.Oldest,
            Labels = options.Labels,
            Annotations = options.Annotations,
            Workloads = workloads,
        };
    }

    private static async Task<WorkloadSettings> ReadWorkloadAsync(IComputeResource resource, KubernetesOptions options, CancellationToken cancellationToken)
    {
        var port = ((IResourceWithEndpoints)resource).GetEndpoint("http").TargetPort ?? 8000;
        return new WorkloadSettings
        {
            Resource = resource.Name,
            Image = await ReadImageAsync(resource, options.Image, cancellationToken),
            Port = port,
            Service = new ServiceSettings
            {
                Type = options.Service.Type,
                Port = port,
                NodePort = options.Service.NodePort == 0 ? null : options.Service.NodePort,
                Annotations = options.Service.Annotations,
            },
            Autoscaling = ReadAutoscaling(resource, options.Autoscaling),
            Resources = ReadResources(resource, options.Resources),
            Volumes = ReadVolumes(resource, options.Volumes),
            SecretKeys = [.. resource.Annotations.OfType<ApiKeyAnnotation>().Select(k => new SecretKey(k.Variable, k.Description))],
            NodeSelector = options.NodeSelector,
            Tolerations = [.. options.Tolerations.Select(t => new Toleration { Key = t.Key, Value = t.Value, Effect = t.Effect })],
        };
    }

    private static async Task<ImageSettings> ReadImageAsync(IResource resource, KubernetesOptions.ImageOptions options, CancellationToken cancellationToken)
    {
        resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image);
        return await image!.ReadAsync(cancellationToken) with { PullPolicy = options.PullPolicy, PullSecrets = options.PullSecrets };
    }

    private static AutoscalingSettings ReadAutoscaling(IResource resource, KubernetesOptions.AutoscalingOptions options)
    {
        resource.TryGetLastAnnotation<AutoscalingAnnotation>(out var model);
        return new()
        {
            MinReplicas = options.MinReplicas ?? model!.Settings.MinReplicas,
            MaxReplicas = options.MaxReplicas ?? model!.Settings.MaxReplicas,
            TargetCpuPercent = options.TargetCpuPercent ?? model!.Settings.TargetCpuPercent,
        };
    }

    private static ResourceSettings ReadResources(IResource resource, KubernetesOptions.ResourceOptions options)
    {
        resource.TryGetLastAnnotation<ResourcesAnnotation>(out var model);
        resource.TryGetLastAnnotation<UploadLimitAnnotation>(out var uploads);
        return model!.Settings with
        {
            CpuRequest = options.CpuRequest ?? model.Settings.CpuRequest,
            CpuLimit = options.CpuLimit ?? model.Settings.CpuLimit,
            MemoryRequest = options.MemoryRequest ?? model.Settings.MemoryRequest,
            MemoryLimit = options.MemoryLimit ?? model.Settings.MemoryLimit,
            LargestUploadBytes = uploads?.Bytes ?? model.Settings.LargestUploadBytes,
        };
    }

    private static List<SharedVolume> ReadVolumes(IResource resource, Dictionary<string, KubernetesOptions.VolumeOptions> options)
    {
        var volumes = resource.Annotations.OfType<SharedVolumeAnnotation>().ToList();
        if (options.Keys.FirstOrDefault(name => !volumes.Exists(v => v.Name == name)) is { } unknown)
        {
            throw new DistributedApplicationException(
                $"There is no setting {Section}:Volumes:{unknown}. {Section}:Volumes has {string.Join(", ", volumes.Select(v => v.Name))}.");
        }

        return [.. volumes.Select(volume => ReadVolume(volume, options.GetValueOrDefault(volume.Name) ?? new()))];
    }

    private static SharedVolume ReadVolume(SharedVolumeAnnotation model, KubernetesOptions.VolumeOptions options) => new()
    {
        Name = model.Name,
        MountPath = model.MountPath,
        Size = options.Size ?? model.Size,
        StorageClass = options.StorageClass,
        ExistingClaim = options.ExistingClaim,
    };
}

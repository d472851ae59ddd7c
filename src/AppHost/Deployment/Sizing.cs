using RegressionAnalyzer.Manifests;

namespace RegressionAnalyzer.AppHost.Deployment;

internal sealed record AutoscalingAnnotation(AutoscalingSettings Settings) : IResourceAnnotation;

internal sealed record ResourcesAnnotation(ResourceSettings Settings) : IResourceAnnotation;

/// <summary>How large the service is, and how many of it there are.</summary>
internal static class SizingExtensions
{
    /// <param name="targetCpuPercent">The average CPU use to aim at, in percent of the request.</param>
    public static IResourceBuilder<ProjectResource> WithAutoscaling(
        this IResourceBuilder<ProjectResource> project, int minReplicas, int maxReplicas, int targetCpuPercent) =>
        project.WithAnnotation(
            new AutoscalingAnnotation(new() { MinReplicas = minReplicas, MaxReplicas = maxReplicas, TargetCpuPercent = targetCpuPercent }),
            ResourceAnnotationMutationBehavior.Replace);

    /// <summary>What each replica asks for and may use, as Kubernetes quantities.</summary>
    public static IResourceBuilder<ProjectResource> WithResources(
        this IResourceBuilder<ProjectResource> project, string cpuRequest, string cpuLimit, string memoryRequest, string memoryLimit) =>
        project.WithAnnotation(
            new ResourcesAnnotation(new() { CpuRequest = cpuRequest, CpuLimit = cpuLimit, MemoryRequest = memoryRequest, MemoryLimit = memoryLimit }),
            ResourceAnnotationMutationBehavior.Replace);
}

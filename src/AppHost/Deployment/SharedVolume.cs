namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>A folder that all replicas share: a claim on Kubernetes, a volume of Compose, a plain folder on this machine.</summary>
internal sealed record SharedVolumeAnnotation(string Name, string MountPath, string Size) : IResourceAnnotation;

internal static class SharedVolumeExtensions
{
    /// <param name="mountPath">Where the container sees it.</param>
    /// <param name="size">A Kubernetes quantity, such as <c>10Gi</c>.</param>
    /// <param name="setting">The variable that tells the service the path.</param>
    public static IResourceBuilder<ProjectResource> WithSharedVolume(
        this IResourceBuilder<ProjectResource> project, string name, string mountPath, string size, string setting)
    {
        var builder = project.ApplicationBuilder;
        var path = builder.ExecutionContext.IsPublishMode ? mountPath : Directory.CreateDirectory(LocalFolder(builder, name)).FullName;
        return project
            .WithAnnotation(new SharedVolumeAnnotation(name, mountPath, size))
            .WithAnnotation(new ContainerMountAnnotation($"{project.Resource.Name}-{name}", mountPath, ContainerMountType.Volume, isReadOnly: false))
            .WithEnvironment(setting, path);
    }

    /// <summary>Under the setting <c>Volumes:Root</c>; beside the AppHost when it is not set, so that uploads outlive a restart.</summary>
    private static string LocalFolder(IDistributedApplicationBuilder builder, string name) =>
        Path.Combine(Path.GetFullPath(builder.Configuration["Volumes:Root"] ?? ".volumes", builder.AppHostDirectory), name);
}

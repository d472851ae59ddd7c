using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds .NET projects.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>With the launch profile that the AppHost itself was launched with, or else the project's first.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() => builder.AddProjectResource(name, new TProject()).WithChosenLaunchProfile(null);

    /// <param name="launchProfileName">The launch profile of the project to use; null for none.</param>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new()
    {
        var project = builder.AddProjectResource(name, new TProject());
        return launchProfileName is null ? project : project.WithChosenLaunchProfile(launchProfileName);
    }

    /// <param name="projectPath">The project file, or the folder that holds it, relative to the AppHost's folder.</param>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath)
    {
        ArgumentNullException.ThrowIfNull(projectPath);
        return builder.AddProjectResource(name, new PathProjectMetadata(Path.GetFullPath(projectPath, builder.AppHostDirectory))).WithChosenLaunchProfile(null);
    }

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        builder.WithAnnotation(new ReplicaAnnotation(replicas), ResourceAnnotationMutationBehavior.Replace);

    private static IResourceBuilder<ProjectResource> WithChosenLaunchProfile(this IResourceBuilder<ProjectResource> project, string? wanted) =>
        LaunchProfileSelection.Select(project.Resource.Name, project.Resource.GetProjectMetadata(), wanted, project.ApplicationBuilder.Configuration) is var (name, profile)
            ? project.WithLaunchProfile(name, profile)
            : project;

    private static IResourceBuilder<ProjectResource> AddProjectResource(
        this IDistributedApplicationBuilder builder, string name, IProjectMetadata metadata) =>
        builder.AddResource(new ProjectResource(name)).WithAnnotation(metadata);
}

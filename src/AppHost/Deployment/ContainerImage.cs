using RegressionAnalyzer.Manifests;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>The image of a service by its parts, each a parameter of whoever deploys.</summary>
internal sealed record ContainerImageAnnotation(ParameterResource Registry, ParameterResource Repository, ParameterResource Tag) : IResourceAnnotation
{
    public async Task<ImageSettings> ReadAsync(CancellationToken cancellationToken) => new()
    {
        Registry = await Registry.GetValueAsync(cancellationToken) ?? "",
        Repository = await Repository.GetValueAsync(cancellationToken) ?? "",
        Tag = await Tag.GetValueAsync(cancellationToken) ?? "",
    };
}

internal static class ContainerImageExtensions
{
    /// <summary>
    /// Without a registry the image is the one that <c>dotnet publish -t:PublishContainer</c> leaves in the local engine, which is what a cluster on
    /// this machine runs. The tag is the solution's version.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithImage(
        this IResourceBuilder<ProjectResource> project, string repository, IResourceBuilder<IComputeEnvironmentResource> environment)
    {
        var builder = project.ApplicationBuilder;
        var image = new ContainerImageAnnotation(
            Parameter("image-registry", "", "The registry that the cluster pulls the image from, such as registry.example.com:5000; empty for the engine's own."),
            Parameter("image-repository", repository, "The image's name in the registry."),
            Parameter("image-tag", builder.Version(), "The image's version; latest is refused."));
        return project.WithAnnotation(image).WithComputeEnvironment(environment);

        ParameterResource Parameter(string name, string value, string description) =>
            builder.AddSetting(name, value, description).Resource;
    }
}

namespace Aspire.Hosting.ApplicationModel;

public static class ProjectResourceExtensions
{
    /// <exception cref="InvalidOperationException">The resource was not added as a project.</exception>
    public static IProjectMetadata GetProjectMetadata(this ProjectResource projectResource) =>
        projectResource.TryGetLastAnnotation<IProjectMetadata>(out var metadata)
            ? metadata
            : throw new InvalidOperationException($"'{projectResource.Name}' has no project: add it with AddProject.");
}

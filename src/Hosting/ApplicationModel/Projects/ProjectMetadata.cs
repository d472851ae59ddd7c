namespace Aspire.Hosting;

/// <summary>Where a project is; the build writes one implementation per referenced project into the namespace <c>Projects</c>.</summary>
public interface IProjectMetadata : ApplicationModel.IResourceAnnotation
{
    string ProjectPath { get; }

    LaunchSettings? LaunchSettings => null;

    bool SuppressBuild => false;

    bool IsFileBasedApp => false;
}

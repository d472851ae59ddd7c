using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Checking;

/// <summary>Projects that are named by their path. Those that the build knows are there, or the AppHost would not have been built.</summary>
internal static class ProjectFile
{
    /// <exception cref="DistributedApplicationException">There is no such project.</exception>
    public static void Refuse(ProjectResource resource)
    {
        if (resource.GetProjectMetadata() is PathProjectMetadata { ProjectPath: var path } && !File.Exists(path) && !Directory.Exists(path))
        {
            throw new DistributedApplicationException($"The project of '{resource.Name}', '{path}', does not exist. Correct its path in AddProject.");
        }
    }
}

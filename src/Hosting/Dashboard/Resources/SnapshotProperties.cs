using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>The properties of a snapshot that the pages know by name.</summary>
internal static class SnapshotProperties
{
    public static int Restarts(this CustomResourceSnapshot snapshot) => snapshot.Number(ResourceProperty.Restarts) ?? 0;

    /// <summary>The process, while there is one.</summary>
    public static int? ProcessId(this CustomResourceSnapshot snapshot) =>
        snapshot.State?.Text == KnownResourceStates.Running || snapshot.State?.Text == KnownResourceStates.Stopping ? snapshot.Number(ResourceProperty.ProcessId) : null;

    public static object? Value(this CustomResourceSnapshot snapshot, string name) => snapshot.Properties.FirstOrDefault(p => p.Name == name)?.Value;

    /// <summary>What the resource is made of, short enough for a column: the project, the program or the image.</summary>
    public static string Source(this IResource resource) => resource switch
    {
        ProjectResource project => Path.GetFileName(project.GetProjectMetadata().ProjectPath),
        ExecutableResource executable => Path.GetFileName(executable.Command),
        _ => "",
    };

    private static int? Number(this CustomResourceSnapshot snapshot, string name) =>
        snapshot.Value(name) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;
}

namespace Aspire.Hosting;

/// <summary>A project that was named by its path only.</summary>
internal sealed class PathProjectMetadata(string projectPath) : IProjectMetadata
{
    public string ProjectPath { get; } = projectPath;
}

namespace Aspire.Hosting;

/// <summary>
/// What the build already knows of a referenced project: the assembly it made. Starting it then needs no second build and no call of MSBuild,
/// which is most of the time that a start takes elsewhere.
/// </summary>
public interface IBuiltProjectMetadata : IProjectMetadata
{
    string TargetPath { get; }
}

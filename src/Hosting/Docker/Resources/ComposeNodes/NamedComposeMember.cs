namespace Aspire.Hosting.Docker.Resources.ComposeNodes;

/// <summary>A part of a Compose file whose name is its key.</summary>
public abstract class NamedComposeMember
{
    public required string Name { get; set; }
}

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>A resource of the model's own, part of another.</summary>
internal sealed class Drawer(string name, ProjectResource parent) : Resource(name), IResourceWithParent<ProjectResource>
{
    public ProjectResource Parent => parent;
}

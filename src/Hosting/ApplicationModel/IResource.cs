namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the application: a project, a process, a parameter, an environment to publish to.</summary>
public interface IResource
{
    string Name { get; }

    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>Something that is known about a resource. Later annotations win over earlier ones of the same type.</summary>
public interface IResourceAnnotation;

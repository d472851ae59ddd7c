using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

public interface IResourceWithEndpoints : IResource;

public interface IResourceWithEnvironment : IResource;

public interface IResourceWithArgs : IResource;

public interface IResourceWithWaitSupport : IResource;

[Experimental("ASPIREPROBES001")]
public interface IResourceWithProbes : IResource;

public interface IResourceWithParent : IResource
{
    IResource Parent { get; }
}

public interface IResourceWithParent<out T> : IResourceWithParent where T : IResource
{
    new T Parent { get; }

    IResource IResourceWithParent.Parent => Parent;
}

/// <summary>A resource that runs code and can be published to a compute environment.</summary>
public interface IComputeResource : IResource;

/// <summary>A place to publish to, such as a Kubernetes cluster or a Compose file.</summary>
public interface IComputeEnvironmentResource : IResource;

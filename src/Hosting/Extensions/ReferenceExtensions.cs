using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What resources know of one another.</summary>
public static partial class ResourceBuilderExtensions
{
    /// <summary>Tells the resource where every endpoint of another is: <c>services__{name}__{endpoint}__0</c>, and <c>{NAME}_{ENDPOINT}</c> for who knows no .NET.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.WithRelationship(source.Resource, "Reference").WithEnvironment(context =>
        {
            // Asked for when the application starts, so that endpoints added after the reference are among them.
            foreach (var endpoint in source.Resource.GetEndpoints())
            {
                context.EnvironmentVariables[ServiceDiscoveryKey(endpoint)] = endpoint;
                context.EnvironmentVariables[EndpointKey(endpoint)] = endpoint;
            }
        });
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(endpointReference);
        return builder
            .WithRelationship(endpointReference.Resource, "Reference")
            .WithEnvironmentValue(ServiceDiscoveryKey(endpointReference), endpointReference)
            .WithEnvironmentValue(EndpointKey(endpointReference), endpointReference);
    }

    /// <summary>Tells the resource where a service outside the application is.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, string name, Uri uri) where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(uri);
        return uri is { IsAbsoluteUri: true, AbsolutePath: "/" }
            ? builder.WithEnvironment($"services__{name}__default__0", uri.ToString()).WithEnvironment(name.Replace('-', '_'), uri.ToString())
            : throw new InvalidOperationException($"The address of '{name}' is '{uri}'; it must be absolute and have no path, as https://example.com/.");
    }

    public static IResourceBuilder<T> WithParentRelationship<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> parent) where T : IResource =>
        builder.WithRelationship(parent.Resource, "Parent");

    public static IResourceBuilder<T> WithRelationship<T>(this IResourceBuilder<T> builder, IResource resource, string type) where T : IResource =>
        builder.WithAnnotation(new ResourceRelationshipAnnotation(resource, type));

    /// <summary>Starts the resource once the other is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.WaitFor(dependency, WaitType.WaitUntilHealthy);

    /// <summary>Starts the resource once the other runs.</summary>
    public static IResourceBuilder<T> WaitForStart<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.WaitFor(dependency, WaitType.WaitUntilStarted);

    /// <summary>Starts the resource once the other has ended with the exit code.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport => builder.WaitFor(dependency, WaitType.WaitForCompletion, exitCode);

    private static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitType type, int exitCode = 0)
        where T : IResourceWithWaitSupport
    {
        ArgumentNullException.ThrowIfNull(dependency);
        if (ReferenceEquals(builder.Resource, dependency.Resource))
        {
            throw new DistributedApplicationException($"'{builder.Resource.Name}' cannot wait for itself.");
        }

        return builder
            .WithRelationship(dependency.Resource, "WaitFor")
            .WithAnnotation(new WaitAnnotation(dependency.Resource, type, exitCode));
    }

    private static string EndpointKey(EndpointReference endpoint) => $"{endpoint.Resource.Name}_{endpoint.EndpointName}".Replace('-', '_').ToUpperInvariant();

    private static string ServiceDiscoveryKey(EndpointReference endpoint) => $"services__{endpoint.Resource.Name}__{endpoint.EndpointName}__0";
}

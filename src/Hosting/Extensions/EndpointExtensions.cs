using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What resources listen on.</summary>
public static partial class ResourceBuilderExtensions
{
    /// <param name="port">The port others connect to; any free one when not given.</param>
    /// <param name="targetPort">The port the process listens on; any free one when not given.</param>
    /// <param name="scheme"><c>tcp</c> when not given.</param>
    /// <param name="name">The scheme when not given.</param>
    /// <param name="env">The variable that tells the process the port to listen on.</param>
    /// <param name="isProxied">Whether a proxy listens on <paramref name="port"/>; yes when not given.</param>
    /// <exception cref="DistributedApplicationException">There is an endpoint of that name.</exception>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? scheme = null,
        string? name = null,
        string? env = null,
        bool? isProxied = null,
        bool? isExternal = null,
        ProtocolType? protocol = null)
        where T : IResourceWithEndpoints
    {
        var endpoint = new EndpointAnnotation(protocol ?? ProtocolType.Tcp, scheme, null, name, port, targetPort, isExternal, isProxied)
        {
            TargetPortEnvironmentVariable = env,
        };
        if (builder.Resource.Annotations.OfType<EndpointAnnotation>().Any(e => Same(e.Name, endpoint.Name)))
        {
            throw new DistributedApplicationException(
                $"'{builder.Resource.Name}' has two endpoints named '{endpoint.Name}'. Give one of them another name with the parameter 'name'.");
        }

        if (env is not null && builder.Resource is IResourceWithEnvironment withEnvironment)
        {
            builder.ApplicationBuilder.CreateResourceBuilder(withEnvironment).WithEnvironment(context =>
                context.EnvironmentVariables[env] = builder.Resource.GetEndpoint(endpoint.Name).Property(EndpointProperty.TargetPort));
        }

        return builder.WithAnnotation(endpoint);
    }

    /// <summary>Changes an endpoint, and makes it first where there is none.</summary>
    /// <exception cref="DistributedApplicationException">There is none, and it may not be made.</exception>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<EndpointAnnotation> callback, bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(callback);
        var endpoint = builder.Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(e => Same(e.Name, endpointName));
        if (endpoint is null)
        {
            if (!createIfNotExists)
            {
                return builder;
            }

            endpoint = new EndpointAnnotation(ProtocolType.Tcp, name: endpointName);
            callback(endpoint);
            return builder.WithAnnotation(endpoint);
        }

        callback(endpoint);
        return builder;
    }

    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, "http", name, env, isProxied);

    public static IResourceBuilder<T> WithHttpsEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, "https", name, env, isProxied);

    /// <summary>Makes the HTTP endpoints reachable from outside the environment that is published to.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>().Where(e => e.UriScheme is "http" or "https"))
        {
            endpoint.IsExternal = true;
        }

        return builder;
    }

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints =>
        builder.Resource.GetEndpoint(name);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

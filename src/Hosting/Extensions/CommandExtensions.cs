using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What people can tell resources to do.</summary>
public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithCommand<T>(
        this IResourceBuilder<T> builder,
        string name,
        string displayName,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
        CommandOptions? commandOptions = null)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(executeCommand);
        return builder.WithCommand(new ResourceCommandAnnotation(name, displayName, executeCommand, commandOptions ?? new CommandOptions()));
    }

    /// <summary>A command that sends a request to the resource.</summary>
    /// <param name="commandName">Made of method and path when not given.</param>
    public static IResourceBuilder<TResource> WithHttpCommand<TResource>(
        this IResourceBuilder<TResource> builder,
        string path,
        string displayName,
        string? endpointName = null,
        string? commandName = null,
        HttpCommandOptions? commandOptions = null)
        where TResource : IResourceWithEndpoints
    {
        var options = commandOptions ?? new HttpCommandOptions();
        var method = options.Method ?? HttpMethod.Post;
        var endpoint = builder.HttpEndpoint(endpointName);
        var name = commandName ?? $"{builder.Resource.Name}-{endpoint.EndpointName}-http-{method.Method.ToLowerInvariant()}-{path}";
        return builder.WithCommand(new ResourceCommandAnnotation(name, displayName, context => HttpCommand.SendAsync(endpoint, path, method, options, context), options)
        {
            Endpoint = endpoint,
        });
    }

    /// <summary>In the place of an earlier one of that name.</summary>
    private static IResourceBuilder<T> WithCommand<T>(this IResourceBuilder<T> builder, ResourceCommandAnnotation command) where T : IResource
    {
        foreach (var earlier in builder.Resource.Annotations.OfType<ResourceCommandAnnotation>().Where(c => c.Name == command.Name).ToArray())
        {
            builder.Resource.Annotations.Remove(earlier);
        }

        return builder.WithAnnotation(command);
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>How it is known whether resources are well.</summary>
public static partial class ResourceBuilderExtensions
{
    /// <summary>Asks every replica over HTTP whether it is well, while the application runs.</summary>
    /// <param name="path"><c>/</c> when not given.</param>
    /// <param name="statusCode">The answer of a healthy one; 200 when not given.</param>
    /// <param name="endpointName">The first HTTP endpoint when not given.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null) where T : IResourceWithEndpoints =>
        builder.AskForHealth(builder.HttpEndpoint(endpointName), Absolute(path), statusCode ?? 200);

    /// <param name="key">The name of a check registered with the builder's services.</param>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key) where T : IResource =>
        builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(h => h.Key == key)
            ? throw new DistributedApplicationException($"'{builder.Resource.Name}' has the health check '{key}' twice.")
            : builder.WithAnnotation(new HealthCheckAnnotation(key));

    /// <summary>Has the environment that is published to ask the container over HTTP; while the application runs, each replica is asked the same.</summary>
    [Experimental("ASPIREPROBES001")]
    public static IResourceBuilder<T> WithHttpProbe<T>(
        this IResourceBuilder<T> builder,
        ProbeType type,
        string? path = null,
        int? initialDelaySeconds = null,
        int? periodSeconds = null,
        int? timeoutSeconds = null,
        int? failureThreshold = null,
        int? successThreshold = null,
        string? endpointName = null)
        where T : IResourceWithEndpoints, IResourceWithProbes
    {
        foreach (var earlier in builder.Resource.Annotations.OfType<ProbeAnnotation>().Where(p => p.Type == type).ToArray())
        {
            builder.Resource.Annotations.Remove(earlier);
        }

        var endpoint = builder.HttpEndpoint(endpointName);
        if (builder.ApplicationBuilder.ExecutionContext.IsRunMode)
        {
            builder.AskForHealth(endpoint, Absolute(path), statusCode: 200);
        }

        return builder.WithAnnotation(new EndpointProbeAnnotation
        {
            Type = type,
            EndpointReference = endpoint,
            Path = Absolute(path),
            InitialDelaySeconds = initialDelaySeconds ?? 5,
            PeriodSeconds = periodSeconds ?? 5,
            TimeoutSeconds = timeoutSeconds ?? 1,
            FailureThreshold = failureThreshold ?? 3,
            SuccessThreshold = successThreshold ?? 1,
        });
    }

    /// <summary>One question for each path, however many probes and checks ask it.</summary>
    private static IResourceBuilder<T> AskForHealth<T>(this IResourceBuilder<T> builder, EndpointReference endpoint, string path, int statusCode) where T : IResourceWithEndpoints
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{builder.Resource.Name}_{endpoint.EndpointName}_{path}_{statusCode}_check");
        return builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(c => c.Key == key)
            ? builder
            : builder.WithAnnotation(new HttpHealthCheckAnnotation(key, endpoint.EndpointName, path, statusCode));
    }

    private static EndpointReference HttpEndpoint<T>(this IResourceBuilder<T> builder, string? endpointName) where T : IResourceWithEndpoints
    {
        var name = endpointName
            ?? builder.Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(e => e.UriScheme is "http" or "https")?.Name
            ?? "http";
        return builder.GetEndpoint(name);
    }

    private static string Absolute(string? path) => path is null ? "/" : path.StartsWith('/') ? path : $"/{path}";
}

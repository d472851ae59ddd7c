namespace Aspire.Hosting.ApplicationModel;

/// <summary>A registered health check, by its key, that says whether the resource is healthy.</summary>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    public string Key { get; } = key;
}

/// <summary>The request behind a health check added by <c>WithHttpHealthCheck</c>; every replica is asked on its own.</summary>
internal sealed record HttpHealthCheckAnnotation(string EndpointName, string Path, int StatusCode) : IResourceAnnotation;

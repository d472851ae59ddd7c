using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources.ComposeNodes;

namespace Aspire.Hosting.Docker;

/// <summary>What a service waits for.</summary>
internal static class ComposeDependencies
{
    /// <summary>Healthy where the engine can know it: a service without a health check never becomes healthy, and who waits for it never starts.</summary>
    public static string Ready(Service service) => service.Healthcheck is null ? "service_started" : "service_healthy";

    public static void Add(Service service, IResource resource, IReadOnlyDictionary<IResource, Service> services)
    {
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
        {
            if (services.TryGetValue(wait.Resource, out var dependency))
            {
                service.DependsOn.TryAdd(dependency.Name, new ServiceDependency { Condition = Condition(wait.WaitType, dependency) });
            }
        }
    }

    private static string Condition(WaitType type, Service dependency) => type switch
    {
        WaitType.WaitForCompletion => "service_completed_successfully",
        WaitType.WaitUntilHealthy => Ready(dependency),
        _ => "service_started",
    };
}

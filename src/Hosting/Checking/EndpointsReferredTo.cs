using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Checking;

/// <summary>Endpoints that a resource names in its variables, arguments, health checks, probes and commands, and that nobody has.</summary>
internal static class EndpointsReferredTo
{
    /// <exception cref="DistributedApplicationException">There is such a reference.</exception>
    public static void Refuse(IResource resource)
    {
        if (resource.Annotations.SelectMany(annotation => By(resource, annotation)).FirstOrDefault(endpoint => !endpoint.Exists) is { } missing)
        {
            throw new DistributedApplicationException(ReferenceEquals(missing.Resource, resource)
                ? missing.WhyItDoesNotExist
                : $"'{resource.Name}' refers to an endpoint that is not there: {missing.WhyItDoesNotExist}");
        }
    }

    private static IEnumerable<EndpointReference> By(IResource resource, IResourceAnnotation annotation) => annotation switch
    {
        EnvironmentCallbackAnnotation variables => variables.Known.SelectMany(In),
        CommandLineArgsCallbackAnnotation arguments => arguments.Known.SelectMany(In),
        HttpHealthCheckAnnotation check when resource is IResourceWithEndpoints owner => [owner.GetEndpoint(check.EndpointName)],
        EndpointProbeAnnotation probe => [probe.EndpointReference],
        ResourceCommandAnnotation { Endpoint: { } endpoint } => [endpoint],
        _ => [],
    };

    private static IEnumerable<EndpointReference> In(object value) => value switch
    {
        EndpointReference endpoint => [endpoint],
        IValueWithReferences composed => composed.References.SelectMany(In),
        _ => [],
    };
}

using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Pipelines;

internal static class Endpoints
{
    /// <summary>Nothing gets an address while publishing: whoever asks for one is told so, and does not wait for ever.</summary>
    public static void RefuseToAllocate(DistributedApplicationModel model)
    {
        foreach (var resource in model.Resources)
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                endpoint.RefuseAllocation(
                    $"The endpoint '{endpoint.Name}' of '{resource.Name}' has no address while publishing. Pass the endpoint itself on instead of its value.");
            }
        }
    }
}

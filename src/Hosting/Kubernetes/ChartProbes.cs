using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Kubernetes;

internal static class ChartProbes
{
    /// <summary>The last probe of the type; null without one.</summary>
    public static YamlMap? Of(ChartWorkload workload, ProbeType type)
    {
        if (workload.Resource.Annotations.OfType<EndpointProbeAnnotation>().LastOrDefault(p => p.Type == type) is not { } probe)
        {
            return null;
        }

        // The API server takes 1 only; a model that says otherwise would publish what no cluster accepts.
        if (type != ProbeType.Readiness && probe.SuccessThreshold != 1)
        {
            throw new DistributedApplicationException(
                $"The {type.ToString().ToLowerInvariant()} probe of '{workload.Resource.Name}' has a success threshold of {probe.SuccessThreshold}; "
                + "Kubernetes takes 1 for all but readiness probes.");
        }

        return new YamlMap
        {
            { "failureThreshold", probe.FailureThreshold },
            { "successThreshold", probe.SuccessThreshold },
            { "initialDelaySeconds", probe.InitialDelaySeconds },
            { "periodSeconds", probe.PeriodSeconds },
            { "timeoutSeconds", probe.TimeoutSeconds },
            { "httpGet", Request(workload, probe) },
        };
    }

    private static YamlMap Request(ChartWorkload workload, EndpointProbeAnnotation probe)
    {
        var endpoint = probe.EndpointReference.EndpointAnnotation;
        var port = workload.Ports.First(p => ReferenceEquals(p.Endpoint, endpoint));
        return new YamlMap
        {
            // Upper case: the API server knows no other (core/v1, URIScheme).
            { "scheme", endpoint.UriScheme.ToUpperInvariant() },
            { "path", ChartTextWriter.Escape(probe.Path) },
            { "port", new YamlPlain(workload.Text.ContainerPortNumber(workload.Resource, port)) },
        };
    }
}

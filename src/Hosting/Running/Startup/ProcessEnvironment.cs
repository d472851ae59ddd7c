using System.Collections;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Otlp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>The environment of one replica before the model's own variables, as Aspire sets it.</summary>
internal sealed class ProcessEnvironment(IHostEnvironment host, IConfiguration configuration, OtlpDestination dashboard)
{
    /// <summary>What is about the AppHost itself: how it listens, and how it was launched.</summary>
    private static readonly string[] NotInherited =
    [
        "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "ASPNETCORE_HTTPS_PORT", "DOTNET_URLS", "DOTNET_HTTP_PORTS", "DOTNET_HTTPS_PORTS",
        "URLS", "HTTP_PORTS", "HTTPS_PORTS", "DOTNET_LAUNCH_PROFILE", "DOTNET_RUNNING_IN_TESTHOST", Watchdog.MarkVariable,
    ];

    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ProtocolKey = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public Dictionary<string, object> Create(IResource resource, string replicaId)
    {
        var variables = Inherited();
        variables["DOTNET_ENVIRONMENT"] = host.EnvironmentName;
        variables["ASPNETCORE_ENVIRONMENT"] = host.EnvironmentName;
        variables["OTEL_SERVICE_NAME"] = resource.Name;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={replicaId}";
        AddTelemetry(variables);
        if (resource is ProjectResource project)
        {
            AddListening(project, variables);
        }

        return variables;
    }

    private static Dictionary<string, object> Inherited()
    {
        var variables = new Dictionary<string, object>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (!NotInherited.Contains((string)variable.Key))
            {
                variables[(string)variable.Key] = variable.Value ?? "";
            }
        }

        return variables;
    }

    /// <summary>
    /// Where somebody collects telemetry, it comes every second, so that a person who looks sees what just happened. An endpoint that the person
    /// names goes before the dashboard's.
    /// </summary>
    private void AddTelemetry(Dictionary<string, object> variables)
    {
        var protocol = configuration[ProtocolKey] is { Length: > 0 } chosen ? chosen : dashboard.DefaultProtocol;
        if (configuration[EndpointKey] is { Length: > 0 } endpoint)
        {
            variables[EndpointKey] = endpoint;
        }
        else if (dashboard.UrlFor(protocol) is { } url)
        {
            variables[EndpointKey] = url;
            if (dashboard.Headers is { } headers)
            {
                variables["OTEL_EXPORTER_OTLP_HEADERS"] = headers;
            }
        }
        else
        {
            return;
        }

        variables[ProtocolKey] = protocol;
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        variables["OTEL_TRACES_SAMPLER"] = "always_on";
        variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }

    /// <summary>An endpoint with a variable of its own is not among the URLs: the process reads that variable.</summary>
    private static void AddListening(ProjectResource project, Dictionary<string, object> variables)
    {
        var endpoints = project.Annotations.OfType<EndpointAnnotation>()
            .Where(e => e.UriScheme is "http" or "https" && e.TargetPortEnvironmentVariable is null)
            .ToList();
        if (endpoints.Count > 0)
        {
            variables["ASPNETCORE_URLS"] = new OwnUrls(project, endpoints);
        }

        if (endpoints.Find(e => e.UriScheme == "https")?.AllocatedEndpoint is { } https)
        {
            variables["ASPNETCORE_HTTPS_PORT"] = https.Port.ToString(CultureInfo.InvariantCulture);
        }
    }
}

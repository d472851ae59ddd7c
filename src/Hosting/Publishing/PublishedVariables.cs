using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>The environment of a resource in a container: what every .NET project gets there, then what the model says.</summary>
internal static class PublishedVariables
{
    /// <param name="dashboard">Where telemetry goes when the model says nothing else; null for nowhere.</param>
    /// <returns>Name and value in the order of the model.</returns>
    public static async Task<IReadOnlyList<KeyValuePair<string, object>>> CollectAsync(
        IResource resource,
        IReadOnlyList<PublishedPort> ports,
        DashboardResource? dashboard,
        DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        var variables = resource is ProjectResource project ? Defaults(project, ports, dashboard) : [];
        foreach (var (name, value) in await resource.CollectEnvironmentAsync(executionContext, cancellationToken))
        {
            variables[name] = value;
        }

        return [.. variables];
    }

    // Trusting X-Forwarded-For is left to the model: without a proxy in front of the container, callers could choose the address they seem to come from.
    private static Dictionary<string, object> Defaults(ProjectResource project, IReadOnlyList<PublishedPort> ports, DashboardResource? dashboard)
    {
        var variables = new Dictionary<string, object> { ["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory" };
        var http = ports.Where(p => p.IsHttp && p.Endpoint.TargetPortEnvironmentVariable is null).ToList();
        if (http.Count > 0)
        {
            variables["HTTP_PORTS"] = Ports(project, http);
        }

        foreach (var (name, value) in dashboard?.VariablesOf(project) ?? new Dictionary<string, object>())
        {
            variables[name] = value;
        }

        return variables;
    }

    private static ReferenceExpression Ports(ProjectResource project, List<PublishedPort> ports)
    {
        var list = new ReferenceExpression.ExpressionInterpolatedStringHandler(ports.Count, ports.Count);
        foreach (var port in ports)
        {
            if (port != ports[0])
            {
                list.AppendLiteral(";");
            }

            list.AppendFormatted(new EndpointReference(project, port.Endpoint).Property(EndpointProperty.TargetPort));
        }

        return ReferenceExpression.Create(list);
    }
}

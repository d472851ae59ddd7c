using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes.Swarm;

namespace RegressionAnalyzer.Examples.Everything;

internal static class Services
{
    public static IResourceBuilder<ProjectResource> AddStock(
        IDistributedApplicationBuilder builder, IResourceBuilder<IComputeEnvironmentResource> target, Settings settings) =>
        builder.AddProject<Projects.Hosting_TestService>("stock", launchProfileName: null)
            .WithReplicas(2)
            .WithHttpEndpoint(port: 9000, targetPort: 8000, name: "http", env: "STOCK_PORT", isProxied: true)
            .WithEndpoint(targetPort: 8125, name: "metrics", protocol: ProtocolType.Udp, isExternal: false)
            .WithEndpoint("http", endpoint => endpoint.Transport = "http2", createIfNotExists: false)
            .WithExternalHttpEndpoints()
            .WithEnvironment("LOG_LEVEL", settings.Level)
            .WithEnvironment("EMPTY", (string?)null)
            .WithEnvironment("STAMP", () => "now")
            .WithEnvironment("DB", $"Host=db;Password={settings.Password};Region={settings.Region}")
            .WithEnvironment(context => context.EnvironmentVariables["MODE"] = context.ExecutionContext.IsRunMode ? "run" : context.ExecutionContext.PublisherName)
            .WithEnvironment(async context =>
            {
                context.EnvironmentVariables["OWNER"] = context.Resource.Name;
                await Task.CompletedTask;
            })
            .WithArgs("--level", "high")
            .WithArgs("--password", settings.Password, 3)
            .WithArgs(context => context.Args.Add("--last"))
            .WithAnnotation(new ContainerMountAnnotation("stock-data", "/app/data", ContainerMountType.Volume, isReadOnly: false))
            .WithAnnotation(new ReplicaAnnotation(2), ResourceAnnotationMutationBehavior.Replace)
            .WithHttpHealthCheck("/health", statusCode: (int)HttpStatusCode.OK, endpointName: "http")
            .WithHttpProbe(ProbeType.Startup, "/health?started", failureThreshold: 30, endpointName: "http")
            .WithHttpProbe(ProbeType.Readiness, "/health?ready", initialDelaySeconds: 1, periodSeconds: 2, timeoutSeconds: 3, successThreshold: 1)
            .WithHttpProbe(ProbeType.Liveness, "/health?live")
            .WithHttpCommand("/reset", "Reset", endpointName: "http", commandName: "reset", commandOptions: new HttpCommandOptions
            {
                Method = HttpMethod.Delete,
                ConfirmationMessage = "Everything goes.",
                PrepareRequest = context => Task.FromResult(context.Request.Headers.TryAddWithoutValidation("X-Reset", context.ResourceName)),
                GetCommandResult = context => Task.FromResult(context.Response.IsSuccessStatusCode ? CommandResults.Success() : CommandResults.Failure("no")),
            })
            .WithComputeEnvironment(target)
            .WithRemoteImageName("registry.example.com/stock")
            .WithRemoteImageTag("1.2.3")
            .PublishAsDockerComposeService((resource, service) =>
            {
                service.Hostname = resource.Name;
                service.Labels["region"] = settings.Region.AsEnvironmentPlaceholder(resource);
                service.Labels["level"] = settings.Level.Resource.AsEnvironmentPlaceholder(resource);
                service.Labels["environment"] = resource.Parent.Name;
                service.Deploy!.Resources = new Resources { Limits = new ResourceSpec { Cpus = "1.0", Memory = "512M" } };
                service.Healthcheck = new Healthcheck { Test = ["CMD", "true"], Interval = "5s", Timeout = "2s", StartPeriod = "1s" };
            })
            .WithUrl("https://example.com/stock", "Handbook")
            .WithUrlForEndpoint("http", url => url.DisplayText = "Stock")
            .WithIconName("Box", IconVariant.Regular);

    public static void AddWeb(
        IDistributedApplicationBuilder builder,
        IResourceBuilder<IComputeEnvironmentResource> target,
        Settings settings,
        IResourceBuilder<ProjectResource> stock,
        IResourceBuilder<ExecutableResource> worker)
    {
        var endpoint = stock.GetEndpoint("http");
        builder.AddProject<Projects.Hosting_TestService>("web", launchProfileName: null)
            .WithHttpEndpoint()
            .WithHttpsEndpoint(port: 9443, targetPort: 8443)
            .WithReference(stock)
            .WithReference(endpoint)
            .WithReference("search", new Uri("https://search.example.com/"))
            .WithEnvironment("STOCK", endpoint)
            .WithEnvironment("STOCK_PARTS", ReferenceExpression.Create(
                $"{endpoint.Property(EndpointProperty.Scheme)},{endpoint.Property(EndpointProperty.Host)},{endpoint.Property(EndpointProperty.Port)}"))
            .WaitFor(stock)
            .WaitForStart(stock)
            .WaitForCompletion(worker, exitCode: 0)
            .WithHealthCheck("disk")
            .WithCommand("greet", "Greet", Greet, new CommandOptions { IconName = "Hand", UpdateState = _ => ResourceCommandState.Enabled })
            .WithParentRelationship(stock)
            .WithRelationship(stock.Resource, "Reads")
            .WithEnvironment("STAMP", settings.Stamp)
            .WithComputeEnvironment(target);
    }

    private static Task<ExecuteCommandResult> Greet(ExecuteCommandContext context) =>
        Task.FromResult(context.CancellationToken.IsCancellationRequested ? CommandResults.Canceled() : CommandResults.Success());
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.Examples.Observer;

internal sealed record Model(
    IResourceBuilder<ProjectResource> Service,
    IResourceBuilder<ProjectResource> Cupboard,
    IResourceBuilder<ExecutableResource> Job,
    IResourceBuilder<Drawer> Drawer,
    IResourceBuilder<ParameterResource> Greeting,
    IResourceBuilder<ParameterResource> Password,
    IResourceBuilder<ParameterResource> Unknown)
{
    public static Model Add(IDistributedApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck("disk", () => HealthCheckResult.Healthy("enough space"));
        var greeting = builder.AddParameter("greeting", "hello", publishValueAsDefault: true).WithDescription("How it *greets*.", enableMarkdown: true);
        var password = builder.AddParameter("password", "sesame", secret: true);
        var service = builder.AddProject<Projects.Hosting_TestService>("service")
            .WithHttpEndpoint(targetPort: null, name: "http")
            .WithHttpHealthCheck("/health")
            .WithHealthCheck("disk")
            .WithReplicas(2)
            .WithEnvironment(Variables)
            .WithEnvironment("GREETING", ReferenceExpression.Create($"{greeting} {{{password}}}"))
            .WithArgs(Arguments)
            .WithAnnotation(new ContainerMountAnnotation("data", "/data", ContainerMountType.Volume, isReadOnly: true))
            .WithHttpProbe(ProbeType.Readiness, "/health?ready", initialDelaySeconds: 1, periodSeconds: 2, timeoutSeconds: 3, failureThreshold: 4, successThreshold: 5)
            .WithIconName("Box", IconVariant.Regular)
            .WithUrl("https://example.com/handbook", "Handbook")
            .WithUrlForEndpoint("http", url => url.DisplayText = $"{url.Endpoint!.Resource.Name} at {new Uri(url.Url).Host}");
        Commands.AddTo(service);
        var job = builder.AddResource(new ExecutableResource("job", "dotnet", builder.AppHostDirectory)).WithArgs("--version").WithAnnotation<ExplicitStartupAnnotation>();
        var drawer = builder.AddResource(new Drawer("drawer", service.Resource)).WithParentRelationship(service).WithRelationship(job.Resource, "Filled by");
        var cupboard = builder.AddProject<Cupboard>("cupboard").WaitFor(service).WaitForCompletion(job, exitCode: 3).WithExplicitStart();
        return new Model(service, cupboard, job, drawer, greeting, password, builder.AddParameter("unknown"));
    }

    private static void Variables(EnvironmentCallbackContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        context.Logger.LogInformation("Variables of {Resource}.", context.Resource.Name);
        context.EnvironmentVariables["MODE"] = $"{context.ExecutionContext.Operation}";
    }

    private static void Arguments(CommandLineArgsCallbackContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        context.Logger.LogInformation("Arguments of {Resource}.", context.Resource?.Name);
        context.Args.Add(context.ExecutionContext.IsRunMode ? "--run" : "--publish");
    }
}

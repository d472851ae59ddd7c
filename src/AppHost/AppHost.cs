using RegressionAnalyzer.AppHost.Commands;
using RegressionAnalyzer.AppHost.Deployment;

if (Words.Run(args) is { } exitCode)
{
    return exitCode;
}

var builder = DistributedApplication.CreateBuilder(Words.Expand(args));
var environment = builder.AddTargetEnvironment();
var logLevel = builder.AddSetting("log-level", "Information", "What the service logs: Trace, Debug, Information, Warning, Error or Critical.");

builder.AddProject<Projects.Api>("regression-analyzer", launchProfileName: null)
    .WithImage("regression-analyzer", environment)
    .WithServicePort(8000)
    .WithExternalHttpEndpoints()
    .WithReplicas(2)
    .WithAutoscaling(minReplicas: 2, maxReplicas: 10, targetCpuPercent: 70)
    .WithResources(cpuRequest: "500m", cpuLimit: "2000m", memoryRequest: "512Mi", memoryLimit: "2Gi")
    .WithSharedVolume("data", "/app/data", size: "10Gi", setting: "Storage__DataPath")
    .WithSharedVolume("output", "/app/output", size: "5Gi", setting: "Storage__OutputPath")
    .PublishForCompose()
    .WithEnvironment("LOG_LEVEL", logLevel)
    .WithUploadLimit(bytes: 52_428_800, setting: "Uploads__MaxBytes")
    .WithEnvironment("RateLimit__RequestsPerMinute", "10")
    .WithEnvironment("Retention__Days", "30")
    .WithEnvironment("Cors__Origins", "")
    .WithEnvironment("Proxies__Networks", "")
    .WithApiKey("ANTHROPIC_API_KEY", "Key of the Anthropic API, for insight by its models.")
    .WithApiKey("OPENAI_API_KEY", "Key of the OpenAI API, for insight by its models.")
    .WithApiKey("GOOGLE_API_KEY", "Key of the Gemini API, for insight by its models.")
    .WithApiKey("GROQ_API_KEY", "Key of the Groq API, for insight by its models.")
    // Each path is a string of its own: two probes on one path cannot start with the official packages (DESIGN.md, section 3).
    .WithHttpHealthCheck("/api/v1/health")
    .WithHttpProbe(ProbeType.Startup, "/api/v1/health?probe=startup", initialDelaySeconds: 0, periodSeconds: 2, timeoutSeconds: 30, failureThreshold: 30)
    .WithHttpProbe(ProbeType.Liveness, "/api/v1/health?probe=live", initialDelaySeconds: 10, periodSeconds: 30, timeoutSeconds: 30)
    .WithHttpProbe(ProbeType.Readiness, "/api/v1/health?probe=ready", initialDelaySeconds: 5, periodSeconds: 10, timeoutSeconds: 30);

builder.Build().Run();
return Environment.ExitCode;

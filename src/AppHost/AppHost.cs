var builder = DistributedApplication.CreateBuilder(args);

builder.AddProject<Projects.Api>("regression-analyzer", launchProfileName: null)
    .WithHttpEndpoint(port: 8000)
    .WithReplicas(2)
    .WithHttpHealthCheck("/api/v1/health");

builder.Build().Run();

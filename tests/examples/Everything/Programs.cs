namespace RegressionAnalyzer.Examples.Everything;

internal static class Programs
{
    public static IResourceBuilder<ExecutableResource> AddWorker(IDistributedApplicationBuilder builder) =>
        builder.AddExecutable("migration", "dotnet", ".", "--version")
            .WithEndpoint(port: 5140, scheme: "tcp", name: "events", env: "EVENTS_PORT", isProxied: false)
            .WithExplicitStart()
            .ExcludeFromManifest();
}

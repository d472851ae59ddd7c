using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace RegressionAnalyzer.Hosting.Tests.Publishing;

/// <summary>A model with something of everything that a publisher has to write.</summary>
internal static class Shop
{
    public static void Model(IDistributedApplicationBuilder builder)
    {
        var level = builder.AddParameter("log-level", "Information", publishValueAsDefault: true)
            .WithDescription("What the services log.");
        var region = builder.AddParameter("region").WithDescription("Where the shop is open.");
        var password = builder.AddParameter("db-password", secret: true).WithDescription("Password of the database.\nAsk the administrator.");
        var stock = builder.AddProject("stock", "stock/stock.csproj")
            .WithHttpEndpoint(port: 9000, targetPort: 8000)
            .WithHttpEndpoint(name: "admin", env: "ADMIN_PORT", targetPort: 8001)
            .WithReplicas(3)
            .WithAnnotation(new ContainerMountAnnotation("stock-data", "/app/data", ContainerMountType.Volume, isReadOnly: false))
            .WithAnnotation(new ContainerMountAnnotation("./seed", "/app/seed", ContainerMountType.BindMount, isReadOnly: true))
            .WithEnvironment("LOG_LEVEL", level)
            .WithEnvironment("DB_PASSWORD", password)
            .WithEnvironment("DB", $"Host=db;User=stock;Password={password};Region={region}")
            .WithHttpProbe(ProbeType.Liveness, "/live", initialDelaySeconds: 10, periodSeconds: 30)
            .WithHttpProbe(ProbeType.Readiness, "/ready", timeoutSeconds: 3);
        builder.AddProject("web", "web/web.csproj")
            .WithHttpEndpoint()
            .WithExternalHttpEndpoints()
            .WithReference(stock)
            .WithEnvironment("GREETING", "say \"hi\" to {{ you }} for $5")
            .WithEnvironment("BANNER", $"{{{{ literal }}}} in {region}")
            .WithEnvironment("STOCK_HOST", $"{stock.GetEndpoint("http").Property(EndpointProperty.HostAndPort)}")
            .WithArgs("--region", region, "--price", "$5")
            .WaitFor(stock);
        builder.AddProject("probe-only", "tools/tools.csproj").ExcludeFromManifest();
    }
}

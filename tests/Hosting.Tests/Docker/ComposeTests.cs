using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes.Swarm;
using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Docker;

/// <summary>The Compose file and its variables.</summary>
public sealed class ComposeTests
{
    [Fact]
    public async Task The_file_of_the_shop_is_the_one_that_was_found_right() =>
        Golden.AssertEqual("shop", await Publication.FilesAsync(ShopOnCompose));

    [Fact]
    public async Task With_the_dashboard_every_project_sends_its_telemetry_there() =>
        Golden.AssertEqual("dashboard", await Publication.FilesAsync(builder =>
        {
            builder.AddProject("web", "web.csproj").WithHttpEndpoint(port: 80).WithExternalHttpEndpoints();
            builder.AddDockerComposeEnvironment("compose");
        }));

    [Fact]
    public async Task Two_publishes_give_the_same_bytes_and_no_secret()
    {
        var without = await Publication.FilesAsync(ShopOnCompose);
        var with = await Publication.FilesAsync(ShopOnCompose, "--Parameters:db-password=hunter2");

        Assert.Equal(without, with);
    }

    [Fact]
    public async Task The_file_is_the_models_to_change()
    {
        var files = await Publication.FilesAsync(builder =>
        {
            ShopOnCompose(builder);
            builder.CreateResourceBuilder(builder.Resources.OfType<Aspire.Hosting.Docker.DockerComposeEnvironmentResource>().Single())
                .WithProperties(environment => environment.DefaultNetworkName = "shop")
                .ConfigureComposeFile(file => file.Name = "corner-shop");
        });

        Assert.Contains("\nname: \"corner-shop\"\n", files["docker-compose.yaml"], StringComparison.Ordinal);
        Assert.Contains("networks:\n  shop:\n    driver: \"bridge\"\n", files["docker-compose.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_of_the_host_that_is_not_http_cannot_be_shared_by_replicas() => Assert.Contains(
        "'mail' has 2 replicas and the host's port 25:2525, which is not HTTP",
        await Publication.ErrorAsync(builder =>
        {
            builder.AddProject("mail", "mail.csproj").WithReplicas(2).WithEndpoint(port: 25, targetPort: 2525, isExternal: true);
            builder.AddDockerComposeEnvironment("compose");
        }),
        StringComparison.Ordinal);

    [Fact]
    public async Task Two_parameters_that_would_be_one_variable_are_refused() => Assert.Contains(
        "would both be the variable WEB_IMAGE of the Compose file",
        await Publication.ErrorAsync(builder =>
        {
            builder.AddProject("web", "web.csproj").WithEnvironment("X", builder.AddParameter("web-image"));
            builder.AddDockerComposeEnvironment("compose").WithDashboard(false);
        }),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_service_that_runs_as_another_user_gets_its_named_volumes_and_only_those()
    {
        var files = await Publication.FilesAsync(builder =>
        {
            builder.AddProject("web", "web.csproj")
                .WithAnnotation(new ContainerMountAnnotation("uploads", "/uploads", ContainerMountType.Volume, isReadOnly: false))
                .WithAnnotation(new ContainerMountAnnotation("shared", "/shared", ContainerMountType.Volume, isReadOnly: true))
                .WithAnnotation(new ContainerMountAnnotation("./seed", "/seed", ContainerMountType.BindMount, isReadOnly: false))
                .PublishAsDockerComposeService((_, service) => service.User = "1654");
            builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
        });

        Assert.Contains("  web-volumes:\n", files["docker-compose.yaml"], StringComparison.Ordinal);
        Assert.Contains("    command:\n      - \"chown\"\n      - \"1654\"\n      - \"/uploads\"\n    user: \"0:0\"\n", files["docker-compose.yaml"], StringComparison.Ordinal);
        Assert.Contains("      web-volumes:\n        condition: \"service_completed_successfully\"\n", files["docker-compose.yaml"], StringComparison.Ordinal);
    }

    internal static void ShopOnCompose(IDistributedApplicationBuilder builder)
    {
        Shop.Model(builder);
        builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
        var tag = builder.AddParameter("tag", "1.2.3", publishValueAsDefault: true).WithDescription("The version to run.");
        var stock = builder.CreateResourceBuilder(builder.Resources.OfType<ProjectResource>().First());
        stock.WithExternalHttpEndpoints().WithEndpoint("admin", endpoint => endpoint.IsExternal = false)
            .PublishAsDockerComposeService((resource, service) =>
            {
                service.Image = $"registry.example.com/stock:{tag.AsEnvironmentPlaceholder(resource)}";
                service.ReadOnly = true;
                service.Tmpfs.Add("/tmp");
                service.CapDrop.Add("ALL");
                service.Deploy!.Resources = new() { Limits = new ResourceSpec { Cpus = "2.0", Memory = "2G" } };
                service.Healthcheck = new Healthcheck
                {
                    Test = ["CMD", "dotnet", "/app/stock.dll", "healthcheck"],
                    Interval = "30s",
                    Timeout = "30s",
                    Retries = 3,
                    StartPeriod = "10s",
                };
            });
    }
}

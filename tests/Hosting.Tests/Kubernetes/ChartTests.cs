using Aspire.Hosting;
using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Kubernetes;

/// <summary>The chart as a whole.</summary>
public sealed class ChartTests
{
    [Fact]
    public async Task The_chart_of_the_shop_is_the_one_that_was_found_right() =>
        Golden.AssertEqual("shop", await Publication.FilesAsync(ShopOnKubernetes));

    [Fact]
    public async Task With_the_dashboard_every_project_sends_its_telemetry_there() =>
        Golden.AssertEqual("dashboard", await Publication.FilesAsync(builder =>
        {
            builder.AddProject("web", "web.csproj").WithEnvironment("OTEL_SERVICE_NAME", "renamed");
            builder.AddKubernetesEnvironment("k8s");
        }));

    [Fact]
    public async Task Two_publishes_give_the_same_bytes() =>
        Assert.Equal(await Publication.FilesAsync(ShopOnKubernetes), await Publication.FilesAsync(ShopOnKubernetes));

    [Fact]
    public async Task The_value_of_a_secret_is_nowhere_and_is_not_needed()
    {
        var without = await Publication.FilesAsync(ShopOnKubernetes);
        var with = await Publication.FilesAsync(ShopOnKubernetes, "--Parameters:db-password=hunter2");

        Assert.Equal(without, with);
    }

    [Fact]
    public async Task A_secret_among_the_arguments_is_in_the_Secret_and_not_in_the_pod()
    {
        var files = await Publication.FilesAsync(builder =>
        {
            builder.AddProject("web", "web.csproj").WithArgs("--key", builder.AddParameter("api-key", secret: true), "$(HOME) {{ x }}");
            builder.AddKubernetesEnvironment("k8s");
        });

        Assert.Contains(
            "args:\n            - \"--key\"\n            - \"$(ARGUMENT_API_KEY)\"\n            - \"$$(HOME) {{ `{{` }} x }}\"\n",
            files["templates/web/deployment.yaml"],
            StringComparison.Ordinal);
        Assert.Contains("  ARGUMENT_API_KEY: \"{{ .Values.secrets.web.api_key }}\"\n", files["templates/web/secrets.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_is_published_with_the_value_of_the_model_and_never_with_one_of_this_machine()
    {
        var files = await Publication.FilesAsync(ShopOnKubernetes, "--Parameters:log-level=Debug", "--Parameters:region=north");

        Assert.Contains("    log_level: \"Information\"\n", files["values.yaml"], StringComparison.Ordinal);
        Assert.Contains("    region: \"\"\n", files["values.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_version_and_description_of_the_chart_are_the_models()
    {
        var files = await Publication.FilesAsync(builder =>
        {
            builder.AddProject("web", "web.csproj");
            builder.AddKubernetesEnvironment("k8s").WithHelm(chart => chart
                .WithChartName(builder.AddParameter("chart-name", "corner-shop"))
                .WithChartVersion("2.3.4")
                .WithChartDescription("A \"shop\""));
        });

        Assert.Contains("name: \"corner-shop\"\nversion: \"2.3.4\"\n", files["Chart.yaml"], StringComparison.Ordinal);
        Assert.Contains("description: \"A \\\"shop\\\"\"\n", files["Chart.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_without_resources_writes_nothing()
    {
        using var folder = new TemporaryFolder();

        var publication = await Publication.RunAsync(folder, builder => builder.AddKubernetesEnvironment("k8s"));

        Assert.Equal(0, publication.ExitCode);
        Assert.Contains("nothing to write: no resource is published to 'k8s'", publication.Output, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task With_several_environments_each_has_a_folder_and_its_own_resources()
    {
        var files = await Publication.FilesAsync(builder =>
        {
            var near = builder.AddKubernetesEnvironment("near").WithDashboard(enabled: false);
            var far = builder.AddKubernetesEnvironment("far").WithDashboard(enabled: false);
            builder.AddProject("web", "web.csproj").WithComputeEnvironment(near);
            builder.AddProject("archive", "archive.csproj").WithComputeEnvironment(near).WithComputeEnvironment(far);
        });

        Assert.Equal(
            ["far/Chart.yaml", "far/templates/archive/config.yaml", "far/templates/archive/deployment.yaml", "far/values.yaml",
             "near/Chart.yaml", "near/templates/web/config.yaml", "near/templates/web/deployment.yaml", "near/values.yaml"],
            files.Keys);
    }

    [Fact]
    public async Task A_program_of_this_machine_is_left_out_and_said_to_be()
    {
        using var folder = new TemporaryFolder();

        var publication = await Publication.RunAsync(folder, builder =>
        {
            ShopOnKubernetes(builder);
            builder.AddExecutable("tail", "tail", ".", "-f", "log");
        });

        Assert.Contains("warning: 'tail' is left out", publication.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Files.Keys, f => f.Contains("tail", StringComparison.Ordinal));
    }

    internal static void ShopOnKubernetes(IDistributedApplicationBuilder builder)
    {
        Shop.Model(builder);
        builder.AddKubernetesEnvironment("k8s").WithDashboard(enabled: false).WithHelm(chart => chart.WithChartName("shop"));
    }
}

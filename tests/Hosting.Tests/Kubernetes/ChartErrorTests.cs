using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Kubernetes;

/// <summary>What a cluster would refuse is refused here, by one line, and nothing is written.</summary>
public sealed class ChartErrorTests
{
    [Fact]
    public async Task A_name_too_long_for_a_service() =>
        Assert.Contains("is too long for Kubernetes", await ErrorAsync(b => b.AddProject(new string('a', 64), "a.csproj")), StringComparison.Ordinal);

    [Fact]
    public async Task Two_endpoints_at_one_port() => Assert.Contains(
        "The endpoints 'http' and 'other' of 'web' are both published at port 8080.",
        await ErrorAsync(b => b.AddProject("web", "w.csproj").WithHttpEndpoint().WithHttpEndpoint(targetPort: 8080, name: "other")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Two_volumes_at_one_path() => Assert.Contains(
        "'web' mounts two volumes at '/data'.",
        await ErrorAsync(b => b.AddProject("web", "w.csproj").WithAnnotation(Volume("a", "/data")).WithAnnotation(Volume("b", "/data"))),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_liveness_probe_with_a_success_threshold() => Assert.Contains(
        "The liveness probe of 'web' has a success threshold of 2",
        await ErrorAsync(b => b.AddProject("web", "w.csproj").WithHttpEndpoint().WithHttpProbe(ProbeType.Liveness, successThreshold: 2)),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_probe_of_an_endpoint_that_is_not_there() => Assert.Contains(
        "'web' has no endpoint 'https'. It has: http.",
        await ErrorAsync(b => b.AddProject("web", "w.csproj").WithHttpEndpoint().WithHttpProbe(ProbeType.Liveness, endpointName: "https")),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_value_that_cannot_be_published() => Assert.Contains(
        "The variable CLOCK of 'web' is of the type FakeClock, which cannot be published.",
        await ErrorAsync(b => b.AddProject("web", "w.csproj").WithEnvironment(c => c.EnvironmentVariables["CLOCK"] = new FakeClock())),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_endpoint_of_a_program_that_is_not_published() => Assert.Contains(
        "The variable services__db__tcp__0 of 'web' needs the endpoint 'tcp' of 'db', which is not published to the same environment.",
        (await OutputAsync(b => b.AddProject("web", "w.csproj").WithReference(b.AddExecutable("db", "db", ".").WithEndpoint(port: 5432).GetEndpoint("tcp")))),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_storage_type_that_is_not_known() => Assert.Contains(
        "The storage type of 'k8s' is 'floppy'; it can be emptyDir, hostPath or pvc.",
        await Publication.ErrorAsync(b =>
        {
            b.AddProject("web", "w.csproj").WithAnnotation(Volume("a", "/data"));
            b.AddKubernetesEnvironment("k8s").WithProperties(k => k.DefaultStorageType = "floppy");
        }),
        StringComparison.Ordinal);

    [Fact]
    public async Task Several_environments_and_a_resource_in_none() => Assert.Contains(
        "'web' does not say which of the environments 'near', 'far' it is published to.",
        await Publication.ErrorAsync(
            b =>
            {
                b.AddProject("web", "w.csproj");
                b.AddKubernetesEnvironment("near");
                b.AddKubernetesEnvironment("far");
            },
            "--step",
            "publish-near"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_secret_as_the_name_of_the_chart() => Assert.Contains(
        "so the secret 'name' cannot be one of them",
        await Publication.ErrorAsync(b =>
        {
            b.AddProject("web", "w.csproj");
            b.AddKubernetesEnvironment("k8s").WithHelm(c => c.WithChartName(b.AddParameter("name", "x", secret: true)));
        }),
        StringComparison.Ordinal);

    private static ContainerMountAnnotation Volume(string name, string target) => new(name, target, ContainerMountType.Volume, isReadOnly: false);

    private static Task<string> ErrorAsync(Action<IDistributedApplicationBuilder> model) => Publication.ErrorAsync(builder =>
    {
        model(builder);
        builder.AddKubernetesEnvironment("k8s");
    });

    private static async Task<string> OutputAsync(Action<IDistributedApplicationBuilder> model)
    {
        using var folder = new TemporaryFolder();
        var publication = await Publication.RunAsync(folder, builder =>
        {
            model(builder);
            builder.AddKubernetesEnvironment("k8s");
        });
        Assert.Equal(1, publication.ExitCode);
        return publication.Output;
    }

    private sealed class FakeClock;
}

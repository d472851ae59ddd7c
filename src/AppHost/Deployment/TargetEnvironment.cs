namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>Where the application is published to: a resource has one compute environment, and the setting <c>Target</c> picks it.</summary>
internal static class TargetEnvironment
{
    private const string ChartName = "regression-analyzer";

    /// <exception cref="DistributedApplicationException"><c>Target</c> is neither <c>kubernetes</c> nor <c>compose</c>.</exception>
    public static IResourceBuilder<IComputeEnvironmentResource> AddTargetEnvironment(this IDistributedApplicationBuilder builder)
    {
        var target = builder.Configuration["Target"] ?? "kubernetes";
        switch (target)
        {
            case "kubernetes":
                builder.Pipeline.AddManifestSteps();
                builder.Pipeline.AddClusterSteps();
                return builder.AddKubernetesEnvironment("k8s")
                    .WithHelm(chart => chart.WithChartName(ChartName).WithChartVersion(builder.Version()))
                    .WithDashboard(enabled: false);
            case "compose":
                builder.Pipeline.AddComposeSteps();
                return builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
            default:
                throw new DistributedApplicationException($"The setting Target is '{target}'; it can be kubernetes or compose.");
        }
    }

    /// <summary>The version of the solution, which is the version of the chart and the tag of the image.</summary>
    public static string Version(this IDistributedApplicationBuilder builder) => typeof(TargetEnvironment).Assembly.GetName().Version!.ToString(3);
}

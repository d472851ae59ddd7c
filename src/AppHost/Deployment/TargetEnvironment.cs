namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>Where the application is published to: a resource has one compute environment, and the setting <c>Target</c> picks it.</summary>
internal static class TargetEnvironment
{
    private const string ChartName = "regression-analyzer";

    /// <exception cref="DistributedApplicationException"><c>Target</c> is neither <c>kubernetes</c> nor <c>compose</c>, or there is no such environment.</exception>
    public static IResourceBuilder<IComputeEnvironmentResource> AddTargetEnvironment(this IDistributedApplicationBuilder builder)
    {
        builder.CheckEnvironment();
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

    /// <summary>A name for which there is no file would be published with the settings of none.</summary>
    private static void CheckEnvironment(this IDistributedApplicationBuilder builder)
    {
        const string Before = "appsettings.", After = ".json";
        var name = builder.Environment.EnvironmentName;
        var known = Directory.GetFiles(builder.AppHostDirectory, $"{Before}*{After}").Select(f => Path.GetFileName(f)[Before.Length..^After.Length]).Order(StringComparer.Ordinal).ToList();
        if (builder.ExecutionContext.IsPublishMode && known.Count > 0 && !known.Contains(name))
        {
            throw new DistributedApplicationException($"There is no environment '{name}'. There are {string.Join(", ", known)}, by their {Before}NAME{After} beside the AppHost.");
        }
    }

    /// <summary>The version of the solution, which is the version of the chart and the tag of the image.</summary>
    public static string Version(this IDistributedApplicationBuilder builder) => typeof(TargetEnvironment).Assembly.GetName().Version!.ToString(3);
}

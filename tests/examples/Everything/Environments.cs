namespace RegressionAnalyzer.Examples.Everything;

internal static class Environments
{
    public static IResourceBuilder<IComputeEnvironmentResource> AddKubernetes(IDistributedApplicationBuilder builder) =>
        builder.AddKubernetesEnvironment("k8s")
            .WithHelm(chart => chart
                // Each is a text or a parameter; the last one said holds.
                .WithChartName("something").WithChartName(builder.AddParameter("chart", "everything"))
                .WithChartVersion(builder.AddParameter("chart-version", "0.0.1")).WithChartVersion("1.0.0")
                .WithChartDescription("Something.").WithChartDescription(builder.AddParameter("chart-description", "Everything there is."))
                .WithNamespace(builder.AddParameter("space", "somewhere")).WithNamespace("everything")
                .WithReleaseName("something").WithReleaseName(builder.AddParameter("release", "everything")))
            .WithProperties(environment =>
            {
                environment.DefaultStorageType = "pvc";
                environment.DefaultStorageSize = "2Gi";
                environment.DefaultStorageClassName = "standard";
                environment.DefaultStorageReadWritePolicy = "ReadWriteMany";
                environment.DefaultServiceType = "NodePort";
                environment.DefaultImagePullPolicy = "Always";
                environment.DashboardEnabled = true;
            })
            .WithDashboard(enabled: false);

    public static IResourceBuilder<IComputeEnvironmentResource> AddCompose(IDistributedApplicationBuilder builder) =>
        builder.AddDockerComposeEnvironment("compose")
            .WithProperties(environment =>
            {
                environment.DefaultNetworkName = "everything";
                environment.BuildContainerImages = false;
                environment.DashboardEnabled = false;
            })
            .ConfigureComposeFile(file => file.Name = "everything")
            .WithDashboard();
}

namespace RegressionAnalyzer.Examples.Everything;

internal static class Environments
{
    public static IResourceBuilder<IComputeEnvironmentResource> AddKubernetes(IDistributedApplicationBuilder builder) =>
        builder.AddKubernetesEnvironment("k8s")
            .WithHelm(chart => chart
                .WithChartName("everything")
                .WithChartVersion("1.0.0")
                .WithChartDescription("Everything there is.")
                .WithNamespace("everything")
                .WithReleaseName(builder.AddParameter("release", "everything")))
            .WithProperties(environment =>
            {
                environment.DefaultStorageType = "pvc";
                environment.DefaultStorageSize = "2Gi";
                environment.DefaultStorageClassName = "standard";
                environment.DefaultStorageReadWritePolicy = "ReadWriteMany";
                environment.DefaultServiceType = "NodePort";
                environment.DefaultImagePullPolicy = "Always";
            })
            .WithDashboard(enabled: false);

    public static IResourceBuilder<IComputeEnvironmentResource> AddCompose(IDistributedApplicationBuilder builder) =>
        builder.AddDockerComposeEnvironment("compose")
            .WithProperties(environment => environment.DefaultNetworkName = "everything")
            .ConfigureComposeFile(file => file.Name = "everything")
            .WithDashboard();
}

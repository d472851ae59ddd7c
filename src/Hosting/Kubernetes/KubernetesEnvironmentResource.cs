using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes;

/// <summary>A Kubernetes cluster to publish a Helm chart for.</summary>
public sealed class KubernetesEnvironmentResource(string name) : Resource(name), IComputeEnvironmentResource
{
    public string DefaultStorageType { get; set; } = "emptyDir";

    public string? DefaultStorageClassName { get; set; }

    public string DefaultStorageSize { get; set; } = "1Gi";

    public string DefaultStorageReadWritePolicy { get; set; } = "ReadWriteOnce";

    public string DefaultImagePullPolicy { get; set; } = "IfNotPresent";

    public string DefaultServiceType { get; set; } = "ClusterIP";

    public bool DashboardEnabled { get; set; } = true;

    internal HelmChartOptions Chart { get; } = new();
}

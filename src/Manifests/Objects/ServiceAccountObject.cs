using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>An account of the workload's own, without a token: the service never talks to the API server.</summary>
internal static class ServiceAccountObject
{
    public static Manifest Build(Workload workload) => new("serviceaccount.yaml", new Map
    {
        { "apiVersion", "v1" },
        { "kind", "ServiceAccount" },
        { "metadata", Metadata.Of(workload, workload.Name) },
        { "automountServiceAccountToken", new Scalar(false).Because("the service never talks to the API server") },
    });
}

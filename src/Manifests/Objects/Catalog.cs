namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>All objects of a deployment, in the order in which they are applied: what others refer to comes first.</summary>
internal static class Catalog
{
    public static IReadOnlyList<Manifest> Of(DeploymentSettings settings, IReadOnlyList<Workload> workloads) =>
    [
        NamespaceObject.Build(settings),
        .. workloads.Select(ServiceAccountObject.Build),
        .. workloads.Where(w => w.SecretKeys.Count > 0).Select(SecretObject.Build),
        .. workloads.Select(ConfigMapObject.Build),
        .. workloads.SelectMany(w => w.Settings.Volumes.Select(v => ClaimObject.Build(w, v))),
        .. workloads.Select(DeploymentObject.Build),
        .. workloads.Select(ServiceObject.Build),
        .. workloads.Select(AutoscalerObject.Build),
        .. workloads.Select(DisruptionBudgetObject.Build),
        .. workloads.Select(NetworkPolicyObject.Build),
    ];
}

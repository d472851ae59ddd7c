namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class VolumeMountExists() : ContainerRule(new("volume-mount-exists", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A container mounts volumes that its pod has",
    Reason = "The API server refuses the pod: \"Not found\".",
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        var owner = container.Pod.Owner;
        var volumes = container.Pod.Spec["volumes"].Items.Select(v => v["name"].Text).ToHashSet();
        if (owner.Kind == "StatefulSet")
            volumes.UnionWith(owner.Spec["volumeClaimTemplates"].Items.Select(c => c["metadata"]["name"].Text));
        foreach (var mount in container["volumeMounts"].Items.Concat(container["volumeDevices"].Items))
        {
            if (mount["name"].Text is { Length: > 0 } name && !volumes.Contains(name))
                findings.Add(mount["name"], $"the pod has no volume '{Spelling.Shown(name)}'", volumes.Count == 0 ? "add it to spec.volumes" : $"name one of {string.Join(", ", volumes.Take(10))}, or add it to spec.volumes");
        }
    }
}

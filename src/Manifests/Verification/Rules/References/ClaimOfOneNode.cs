namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class ClaimOfOneNode() : ObjectRule(new("claim-of-one-node", RuleOrigin.Reference, Severity.Error)
{
    Demand = "A claim that several replicas mount can be mounted by several nodes",
    Reason = "ReadWriteOnce belongs to one node: replicas on others wait for ever (Multi-Attach error), and so does every rollout.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "Deployment" || item.Pod is null)
            return;
        var isRolling = item.Spec["strategy"]["type"].Text != "Recreate";
        foreach (var claim in item.Pod.Spec["volumes"].Items.Select(v => v["persistentVolumeClaim"]["claimName"]))
        {
            var target = set.Find("PersistentVolumeClaim", item.Namespace, claim.TextOrEmpty);
            var modes = target?.Spec["accessModes"].Items.Select(m => m.Text).ToList() ?? [];
            if (modes.Count == 0 || modes.Contains("ReadWriteMany") || modes.Contains("ReadOnlyMany") || !(set.LeastReplicas(item) > 1 || isRolling))
                continue;
            findings.Add(claim, $"{item.Title} {(set.LeastReplicas(item) > 1 ? "has several replicas" : "rolls")}, and the claim is {string.Join(", ", modes)}", "make the claim ReadWriteMany, or the workload a StatefulSet with claims of its own, or one replica with strategy Recreate");
        }
    }
}

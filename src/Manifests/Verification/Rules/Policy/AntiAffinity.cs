namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class AntiAffinity() : PodRule(new("no-anti-affinity", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "Replicas are kept on different nodes, or at least that is preferred",
    Reason = "One node that fails takes all replicas with it.",
    AlsoKnownAs = ["kube-score/deployment-has-host-podantiaffinity", "kube-score/statefulset-has-host-podantiaffinity"],
})
{
    private const string Host = "kubernetes.io/hostname";

    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        if (pod.Owner.Kind is not ("Deployment" or "StatefulSet") || set.LeastReplicas(pod.Owner) < 2)
            return;
        var affinity = pod.Spec["affinity"]["podAntiAffinity"];
        var terms = affinity["requiredDuringSchedulingIgnoredDuringExecution"].Items
            .Concat(affinity["preferredDuringSchedulingIgnoredDuringExecution"].Items.Select(p => p["podAffinityTerm"]));
        var spreads = pod.Spec["topologySpreadConstraints"].Items.Where(c => c["topologyKey"].Text == Host);
        if (!terms.Where(t => t["topologyKey"].Text == Host).Concat(spreads).Any(t => LabelSelector.Of(t["labelSelector"]).Matches(pod.Labels)))
            findings.Add(affinity, $"nothing keeps the replicas of {pod.Owner.Title} apart", $"add a podAntiAffinity with topologyKey {Host} and the pods' own labels");
    }
}

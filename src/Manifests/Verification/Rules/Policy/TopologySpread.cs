namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class TopologySpread() : PodRule(new("pod-topology-spread-constraints", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "Topology spread constraints are there, and count the pods they stand in",
    Reason = "Replicas gather in one zone, and are gone with it; a constraint with another selector counts nothing.",
    AlsoKnownAs = ["polaris/topologySpreadConstraint"],
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        if (pod.Owner.Kind is not ("Deployment" or "StatefulSet") || set.LeastReplicas(pod.Owner) < 2)
            return;
        var constraints = pod.Spec["topologySpreadConstraints"];
        if (!constraints.HasItems)
            findings.Add(constraints, $"nothing spreads the replicas of {pod.Owner.Title}", "add a constraint with topologyKey topology.kubernetes.io/zone");
        foreach (var constraint in constraints.Items.Where(c => !LabelSelector.Of(c["labelSelector"]).Matches(pod.Labels)))
            findings.Add(constraint["labelSelector"], "the constraint does not count the pods it stands in", "name the pods' own labels");
    }
}

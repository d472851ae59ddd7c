namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class DisruptionBudgetBlocks() : ObjectRule(new("pdbDisruptionsIsZero", RuleOrigin.Polaris, Severity.Error)
{
    Demand = "A disruption budget lets one pod go",
    Reason = "No node with such a pod can be drained, and upgrades of the cluster stand still.",
    AlsoKnownAs =
    [
        "kube-linter/pdb-max-unavailable", "kube-linter/pdb-min-available", "polaris/pdbMinAvailableGreaterThanOrEqualToHPAMinReplicas", "polaris/pdbMinAvailableEqualToHPAMinReplicas",
    ],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "PodDisruptionBudget")
            return;
        var (most, least) = (item.Spec["maxUnavailable"], item.Spec["minAvailable"]);
        if (most.Text is "0" or "0%")
            findings.Add(most, "maxUnavailable is 0", "write 1 or more");
        else if (least.Text == "100%")
            findings.Add(least, "minAvailable is 100%", "write maxUnavailable: 1 in its place");
        else if (least.Number is { } number)
            CheckLeast(item, least, number, set, findings);
    }

    private static void CheckLeast(KubernetesObject item, Place least, long number, ManifestSet set, RuleFindings findings)
    {
        foreach (var pod in set.Select(LabelSelector.Of(item.Spec["selector"]), item.Namespace).Where(p => p.Owner.Kind is "Deployment" or "StatefulSet" && number >= set.LeastReplicas(p.Owner)))
            findings.Add(least, $"minAvailable is {number}, and {pod.Owner.Title} may have {set.LeastReplicas(pod.Owner)} replicas", "write maxUnavailable: 1 in its place, which fits every number of replicas");
    }
}

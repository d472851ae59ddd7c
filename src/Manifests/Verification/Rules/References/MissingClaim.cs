namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class MissingClaim() : PodRule(new("missing-claim", RuleOrigin.Reference, Severity.Warning)
{
    Demand = "A pod's claims are among the manifests",
    Reason = "Pods wait for ever (\"persistentvolumeclaim not found\"), unless someone makes the claim by hand.",
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var claim in pod.Spec["volumes"].Items.Select(v => v["persistentVolumeClaim"]["claimName"]))
        {
            if (claim.Text is { Length: > 0 } name && set.Find("PersistentVolumeClaim", pod.Owner.Namespace, name) is null)
                findings.Add(claim, $"there is no PersistentVolumeClaim '{name}' in the namespace '{pod.Owner.Namespace}' among these manifests", "add it, or exempt with the reason that it is made elsewhere");
        }
    }
}

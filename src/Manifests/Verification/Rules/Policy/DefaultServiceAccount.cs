namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class DefaultServiceAccount() : PodRule(new("default-service-account", RuleOrigin.KubeLinter, Severity.Info)
{
    Demand = "A pod has a service account of its own",
    Reason = "What one pod of the namespace is granted by the default account, all others have too.",
    IsOptional = true,
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        if (pod.Spec["serviceAccountName"].Text is null or "" or "default")
            findings.Add(pod.Spec["serviceAccountName"], $"the pods of {pod.Owner.Title} use the default account", "add a ServiceAccount and name it");
    }
}

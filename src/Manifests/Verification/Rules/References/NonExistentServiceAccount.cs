namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class NonExistentServiceAccount() : PodRule(new("non-existent-service-account", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "A pod's service account is among the manifests",
    Reason = "No pod is made: the API server refuses one whose service account is not there.",
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        var account = pod.Spec["serviceAccountName"].Exists ? pod.Spec["serviceAccountName"] : pod.Spec["serviceAccount"];
        if (account.Text is { Length: > 0 } name && name != "default" && set.Find("ServiceAccount", pod.Owner.Namespace, name) is null)
            findings.Add(account, $"there is no ServiceAccount '{name}' in the namespace '{pod.Owner.Namespace}' among these manifests", "add it, or exempt with the reason that it is made elsewhere");
    }
}

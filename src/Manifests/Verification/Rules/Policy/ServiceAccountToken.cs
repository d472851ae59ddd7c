namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ServiceAccountToken() : PodRule(new("automountServiceAccountToken", RuleOrigin.Polaris, Severity.Warning)
{
    Demand = "A pod that does not talk to the API server has no token for it",
    Reason = "Who takes over the process finds the token, and with it whatever the account may do.",
    AlsoKnownAs = ["kube-linter/automount-service-account-token"],
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        var own = pod.Spec["automountServiceAccountToken"];
        var account = set.Find("ServiceAccount", pod.Owner.Namespace, pod.Spec["serviceAccountName"].Text ?? "default");
        var isOff = own.Exists ? own.IsFalse : account?.Root["automountServiceAccountToken"].IsFalse == true;
        if (!isOff)
            findings.Add(own, $"the pods of {pod.Owner.Title} hold a token for the API server", "write automountServiceAccountToken: false");
    }
}

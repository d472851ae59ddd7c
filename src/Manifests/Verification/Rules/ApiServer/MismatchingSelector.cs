namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class MismatchingSelector() : ObjectRule(new("mismatching-selector", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A workload's selector takes the pods of its own template",
    Reason = "The API server refuses the workload: it could never find the pods it makes.",
    AlsoKnownAs =
    [
        "kube-linter/mismatching-selector", "kube-score/deployment-pod-selector-labels-match-template-metadata-labels", "kube-score/statefulset-pod-selector-labels-match-template-metadata-labels",
    ],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind is not ("Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet") || item.Pod is null)
            return;
        var selector = LabelSelector.Of(item.Spec["selector"]);
        if (selector.IsEmpty)
            findings.Add(item.Spec["selector"], "the selector is empty", "name a label of the pod template under matchLabels");
        else if (item.Spec["selector"].Exists && !selector.Matches(item.Pod.Labels))
            findings.Add(item.Spec["selector"], "the selector does not take the pods of the template", "give the template every label that the selector names");
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class StatefulSetHasServiceName() : ObjectRule(new("statefulset-has-servicename", RuleOrigin.KubeScore, Severity.Error)
{
    Demand = "A StatefulSet names a headless Service of the manifests that takes its pods",
    Reason = "Without it the pods have no names of their own in DNS, by which they are to find each other.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("StatefulSet", "apps") || item.Pod is null)
            return;
        var name = item.Spec["serviceName"];
        var service = set.Find("Service", item.Namespace, name.TextOrEmpty);
        if (service is null)
            findings.Add(name, name.Exists ? $"there is no Service '{Spelling.Shown(name.TextOrEmpty)}' among these manifests" : "serviceName is missing", "add a Service with clusterIP: None and name it in serviceName");
        else if (service.Spec["clusterIP"].Text != "None" || !LabelSelector.OfLabels(service.Spec["selector"]).Matches(item.Pod.Labels))
            findings.Add(name, $"{service.Title} is not headless or does not take the pods", "give the Service clusterIP: None and the pods' labels as selector");
    }
}

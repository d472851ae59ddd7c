namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class AutoscalerNeedsRequest() : ObjectRule(new("autoscaler-needs-request", RuleOrigin.Reference, Severity.Error)
{
    Demand = "Pods scaled by the use of a resource ask for that resource, in every container",
    Reason = "Use is measured in percent of the request; without one the autoscaler reports FailedGetResourceMetric and does nothing.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "HorizontalPodAutoscaler")
            return;
        var target = item.Spec["scaleTargetRef"];
        if (set.Find(target["kind"].TextOrEmpty, item.Namespace, target["name"].TextOrEmpty)?.Pod is not { } pod)
            return;
        foreach (var resource in item.Spec["metrics"].Items.Where(m => m["resource"]["target"]["type"].Text == "Utilization").Select(m => m["resource"]["name"].TextOrEmpty))
        {
            foreach (var container in pod.Containers.Where(c => !Asks(c, resource) && !pod.Spec["resources"]["requests"][resource].Exists))
                findings.Add(container["resources"]["requests"], $"{item.Title} scales by {resource}, and the container '{container.Name}' asks for none", $"add resources.requests.{resource}");
        }
    }

    /// <summary>A limit without a request is a request of the same size.</summary>
    private static bool Asks(ContainerPlace container, string resource) => container["resources"]["requests"][resource].Exists || container["resources"]["limits"][resource].Exists;
}

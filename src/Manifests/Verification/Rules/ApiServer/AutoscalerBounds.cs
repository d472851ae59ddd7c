namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class AutoscalerBounds() : ObjectRule(new("autoscaler-bounds", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "An autoscaler's least is at most its most, and each metric is of the type it says",
    Reason = "The API server refuses the object.",
})
{
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["Resource"] = "resource",
        ["ContainerResource"] = "containerResource",
        ["Pods"] = "pods",
        ["Object"] = "object",
        ["External"] = "external",
    };

    private static readonly Dictionary<string, string> Values = new() { ["Utilization"] = "averageUtilization", ["Value"] = "value", ["AverageValue"] = "averageValue" };

    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "HorizontalPodAutoscaler")
            return;
        var (least, most) = (item.Spec["minReplicas"], item.Spec["maxReplicas"]);
        if ((least.Number ?? 1) > most.Number)
            findings.Add(most, $"maxReplicas is {most.Number}, less than minReplicas, {least.Number ?? 1}", "raise maxReplicas");
        foreach (var metric in item.Spec["metrics"].Items)
            CheckMetric(metric, findings);
    }

    private static void CheckMetric(Place metric, RuleFindings findings)
    {
        if (!Sources.TryGetValue(metric["type"].TextOrEmpty, out var source))
            return;
        if (!metric[source].Exists)
        {
            findings.Add(metric, $"a metric of type {metric["type"].Text} has no '{source}'", $"add {source}");
            return;
        }

        var target = metric[source]["target"];
        if (Values.TryGetValue(target["type"].TextOrEmpty, out var value) && !target[value].Exists)
            findings.Add(target, $"a target of type {target["type"].Text} has no '{value}'", $"add {value}");
    }
}

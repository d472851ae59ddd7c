namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class ServiceTargetPort() : ObjectRule(new("service-target-port", RuleOrigin.Reference, Severity.Error)
{
    Demand = "The pods of a Service listen on the port it sends to",
    Reason = "A name that no container has gives no endpoint; a number that none declares is most often a slip, and calls are refused.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("Service", "") || !item.Spec["selector"].HasEntries)
            return;
        var pods = set.Select(LabelSelector.OfLabels(item.Spec["selector"]), item.Namespace).ToList();
        foreach (var port in item.Spec["ports"].Items)
        {
            var target = port["targetPort"].Exists ? port["targetPort"] : port["port"];
            foreach (var pod in pods.Where(pod => !Listens(pod, target)))
                Report(target, pod, findings);
        }
    }

    /// <summary>A container that declares no ports at all may listen on any.</summary>
    private static bool Listens(PodTemplate pod, Place target)
    {
        var ports = pod.Containers.SelectMany(c => c["ports"].Items).ToList();
        return target.Number is { } number
            ? pod.Containers.Any(c => !c["ports"].HasItems) || ports.Exists(p => p["containerPort"].Number == number)
            : target.Text is null || ports.Exists(p => p["name"].Text == target.Text);
    }

    private static void Report(Place target, PodTemplate pod, RuleFindings findings)
    {
        var known = pod.Containers.SelectMany(c => c["ports"].Items).Select(p => p["name"].Text is { } name ? $"{name} ({p["containerPort"].Text})" : p["containerPort"].Text).ToList();
        findings.Add(target, $"{pod.Owner.Title} has no port '{Spelling.Shown(target.TextOrEmpty)}'", known.Count == 0 ? "declare it among the container's ports" : $"name one of {string.Join(", ", known.Take(10))}");
    }
}

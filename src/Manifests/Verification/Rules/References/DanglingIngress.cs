namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class DanglingIngress() : ObjectRule(new("dangling-ingress", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "An Ingress leads to a Service of the manifests, and to a port of it",
    Reason = "Callers get 503: the Ingress has no one to ask.",
    AlsoKnownAs = ["kube-score/ingress-targets-service"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("Ingress", "networking.k8s.io"))
            return;
        var backends = item.Spec["rules"].Items.SelectMany(r => r["http"]["paths"].Items).Select(p => p["backend"]["service"]).Prepend(item.Spec["defaultBackend"]["service"]);
        foreach (var backend in backends.Where(b => b["name"].Text is not null))
            CheckBackend(backend, set, findings);
    }

    private static void CheckBackend(Place backend, ManifestSet set, RuleFindings findings)
    {
        var service = set.Find("Service", backend.Owner.Namespace, backend["name"].TextOrEmpty);
        var port = backend["port"];
        if (service is null)
            findings.Add(backend["name"], $"there is no Service '{Spelling.Shown(backend["name"].TextOrEmpty)}' in the namespace '{backend.Owner.Namespace}' among these manifests", "name one that is there");
        else if (port.Exists && !service.Spec["ports"].Items.Any(p => port["number"].Exists ? p["port"].Number == port["number"].Number : p["name"].Text == port["name"].Text))
            findings.Add(port, $"{service.Title} has no port {port["number"].Text ?? port["name"].Text}", "name a port of the Service");
    }
}

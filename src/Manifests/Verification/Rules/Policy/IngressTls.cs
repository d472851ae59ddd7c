namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class IngressTls() : ObjectRule(new("tlsSettingsMissing", RuleOrigin.Polaris, Severity.Warning)
{
    Demand = "An Ingress serves by TLS",
    Reason = "Requests and answers, keys among them, can be read on their way.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Is("Ingress", "networking.k8s.io") && !item.Spec["tls"].HasItems)
            findings.Add(item.Spec["tls"], $"{item.Title} has no TLS", "add spec.tls with the hosts and the Secret of the certificate");
    }
}

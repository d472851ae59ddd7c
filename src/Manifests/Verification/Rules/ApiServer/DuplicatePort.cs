namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class DuplicatePort() : ObjectRule(new("duplicate-port", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A Service lists each port once for a protocol, and each node port is taken once",
    Reason = "The API server refuses the second one: a node port belongs to one Service of the cluster.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "Service")
            return;
        var known = new HashSet<(long?, string)>();
        foreach (var port in item.Spec["ports"].Items.Where(p => p["port"].Number is not null && !known.Add((p["port"].Number, Protocol(p)))))
            findings.Add(port["port"], $"the port {port["port"].Number}/{Protocol(port)} stands twice", "remove one, or give it another port");
        foreach (var port in item.Spec["ports"].Items.Where(p => p["nodePort"].Number is not null && IsTaken(p, item, set)))
            findings.Add(port["nodePort"], $"node port {port["nodePort"].Number} is taken by another port", "choose another node port, or leave it out and the cluster chooses");
    }

    private static bool IsTaken(Place port, KubernetesObject item, ManifestSet set) => set.OfKind("Service")
        .SelectMany(service => service.Spec["ports"].Items)
        .TakeWhile(other => other.Owner != item || other.Step != port.Step)
        .Any(other => other["nodePort"].Number == port["nodePort"].Number && Protocol(other) == Protocol(port));

    private static string Protocol(Place port) => port["protocol"].Text ?? "TCP";
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class ServiceShape() : ObjectRule(new("service-shape", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A Service has the fields of its type and no others",
    Reason = "The API server refuses a node port on a ClusterIP, an ExternalName without a name, a Service without ports.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("Service", "") || !item.Spec.Exists)
            return;
        var type = item.Spec["type"].Text ?? "ClusterIP";
        var isHeadless = item.Spec["clusterIP"].Text == "None";
        if (type is "ClusterIP")
        {
            foreach (var port in item.Spec["ports"].Items.Where(p => p["nodePort"].Number is > 0))
                findings.Add(port["nodePort"], "a node port on a Service of type ClusterIP", "remove it, or make the type NodePort");
        }

        if (isHeadless && type is ("NodePort" or "LoadBalancer"))
            findings.Add(item.Spec["clusterIP"], $"a {type} without a cluster IP", "remove clusterIP, or make the type ClusterIP");
        if (type == "ExternalName" && !KubernetesName.IsSubdomain(item.Spec["externalName"].TextOrEmpty.TrimEnd('.')))
            findings.Add(item.Spec["externalName"], "an ExternalName that names no host", "add externalName, a DNS name");
        if (type != "ExternalName" && !isHeadless && !item.Spec["ports"].HasItems)
            findings.Add(item.Spec["ports"], "a Service without ports", "add the port that it is reached on");
        if (item.Spec["externalTrafficPolicy"].Exists && type is ("ClusterIP" or "ExternalName"))
            findings.Add(item.Spec["externalTrafficPolicy"], $"externalTrafficPolicy on a Service of type {type}", "remove it, or make the type NodePort or LoadBalancer");
    }
}

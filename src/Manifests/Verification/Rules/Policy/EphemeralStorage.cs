namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class EphemeralStorage() : ContainerRule(new("container-ephemeral-storage-request-and-limit", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A container asks for the room on its node that it writes to, and is limited to some",
    Reason = "Logs and temporary files of one pod fill the node's disk, and every pod on it is evicted.",
    AlsoKnownAs = ["kube-linter/unset-ephemeral-storage-requirements"],
})
{
    private static readonly string[] Lists = ["requests", "limits"];

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var list in Lists.Where(_ => !container.IsInit).Select(l => container["resources"][l]).Where(l => !l["ephemeral-storage"].Exists))
            findings.Add(list["ephemeral-storage"], $"the container '{container.Name}' has no ephemeral-storage among its {list.Step}", $"add resources.{list.Step}.ephemeral-storage");
    }
}

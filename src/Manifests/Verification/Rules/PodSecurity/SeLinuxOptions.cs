namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class SeLinuxOptions() : PodRule(new("seLinuxOptions", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "SELinux options keep to the types of containers and name no user or role",
    Reason = "Another type, user or role may take the process out of what SELinux holds a container to.",
})
{
    private static readonly string[] Types = ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var options in pod.AllContainers.Select(c => c.Security).Prepend(pod.Spec["securityContext"]).Select(s => s["seLinuxOptions"]))
        {
            if (!Types.Contains(options["type"].TextOrEmpty))
                findings.Add(options["type"], $"the type is {Spelling.Shown(options["type"].TextOrEmpty)}", "write container_t, or leave it out");
            foreach (var field in new[] { options["user"], options["role"] }.Where(f => f.TextOrEmpty.Length > 0))
                findings.Add(field, $"SELinux {field.Step} is set", "leave it out");
        }
    }
}

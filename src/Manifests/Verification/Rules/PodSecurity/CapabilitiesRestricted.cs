namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class CapabilitiesRestricted() : ContainerRule(new("capabilities_restricted", RuleOrigin.PodSecurityRestricted, Severity.Warning)
{
    Demand = "A container drops all capabilities, and adds none but NET_BIND_SERVICE",
    Reason = "What is dropped cannot be used by whoever takes over the process.",
    AlsoKnownAs = ["kube-linter/drop-net-raw-capability", "polaris/insecureCapabilities", "polaris/linuxHardening"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (container.Pod.IsWindows)
            return;
        var capabilities = container.Security["capabilities"];
        if (!capabilities["drop"].Items.Any(c => c.Text == "ALL"))
            findings.Add(capabilities["drop"], $"the container '{container.Name}' keeps capabilities", "write securityContext.capabilities.drop: [ALL]");
        foreach (var added in capabilities["add"].Items.Where(c => c.Text != "NET_BIND_SERVICE"))
            findings.Add(added, $"the container '{container.Name}' adds {Spelling.Shown(added.TextOrEmpty)}", "remove it");
    }
}

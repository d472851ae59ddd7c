namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class CapabilitiesBaseline() : ContainerRule(new("capabilities_baseline", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "A container adds no capability beyond those a runtime gives by default",
    Reason = "Others, such as SYS_ADMIN and NET_ADMIN, reach past the container.",
    AlsoKnownAs = ["polaris/dangerousCapabilities"],
})
{
    private static readonly string[] Allowed =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ];

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var capability in container.Security["capabilities"]["add"].Items.Where(c => !Allowed.Contains(c.TextOrEmpty)))
            findings.Add(capability, $"the container '{container.Name}' adds {Spelling.Shown(capability.TextOrEmpty)}", "remove it");
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class Sysctls() : PodRule(new("sysctls", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "A pod sets only those settings of the kernel that stay its own",
    Reason = "Others change the node for everyone on it; the kubelet refuses the pod unless it was told to allow them.",
    AlsoKnownAs = ["kube-linter/unsafe-sysctls", "kube-linter/sysctls"],
})
{
    private static readonly Dictionary<string, int> AllowedSince = new()
    {
        ["kernel.shm_rmid_forced"] = 0,
        ["net.ipv4.ip_local_port_range"] = 0,
        ["net.ipv4.ip_unprivileged_port_start"] = 0,
        ["net.ipv4.tcp_syncookies"] = 0,
        ["net.ipv4.ping_group_range"] = 0,
        ["net.ipv4.ip_local_reserved_ports"] = 27,
        ["net.ipv4.tcp_keepalive_time"] = 29,
        ["net.ipv4.tcp_fin_timeout"] = 29,
        ["net.ipv4.tcp_keepalive_intvl"] = 29,
        ["net.ipv4.tcp_keepalive_probes"] = 29,
        ["net.ipv4.tcp_rmem"] = 32,
        ["net.ipv4.tcp_wmem"] = 32,
    };

    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var name in pod.Spec["securityContext"]["sysctls"].Items.Select(s => s["name"]))
        {
            if (!AllowedSince.TryGetValue(name.TextOrEmpty, out var minor) || minor > set.Target.Minor)
                findings.Add(name, $"{Spelling.Shown(name.TextOrEmpty)} is not a safe setting in {set.Target}", "remove it, or set it on the nodes");
        }
    }
}

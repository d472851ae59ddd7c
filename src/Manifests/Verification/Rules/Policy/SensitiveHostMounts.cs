namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class SensitiveHostMounts() : PodRule(new("sensitive-host-mounts", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "No volume is a folder of the node that the system lives in",
    Reason = "Whoever can write there owns the node; reading gives the keys of the kubelet.",
})
{
    private static readonly string[] Folders = ["/", "/boot", "/dev", "/etc", "/lib", "/proc", "/sys", "/usr", "/var/lib/kubelet", "/root"];

    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var path in pod.Spec["volumes"].Items.Select(v => v["hostPath"]["path"]).Where(p => p.Text is { Length: > 0 }))
        {
            var folder = path.TextOrEmpty.Length > 1 ? path.TextOrEmpty.TrimEnd('/') : "/";
            if (Folders.Contains(folder))
                findings.Add(path, $"{folder} of the node is mounted", "mount the one file that is needed, read-only, or nothing");
        }
    }
}

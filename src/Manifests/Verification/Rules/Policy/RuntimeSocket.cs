namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class RuntimeSocket() : PodRule(new("docker-sock", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "The container runtime's socket is not mounted",
    Reason = "Whoever talks to the runtime starts containers of root's on the node.",
    AlsoKnownAs = ["kube-linter/container-runtime-sock"],
})
{
    private static readonly string[] Sockets = ["docker.sock", "containerd.sock", "crio.sock", "podman.sock"];

    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var path in pod.Spec["volumes"].Items.Select(v => v["hostPath"]["path"]).Where(p => Sockets.Any(s => p.TextOrEmpty.EndsWith(s, StringComparison.Ordinal))))
            findings.Add(path, $"{Spelling.Shown(path.TextOrEmpty)} is the runtime's socket", "remove the volume; build images with a builder that needs no daemon");
    }
}

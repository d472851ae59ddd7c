namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class HostPathVolumes() : PodRule(new("hostPathVolumes", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "No volume is a path of the node",
    Reason = "The container reads, and mostly writes, files of the node; and a pod on another node finds other files there.",
    AlsoKnownAs = ["polaris/hostPathSet", "kube-linter/writable-host-mount"],
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var volume in pod.Spec["volumes"].Items.Where(v => v["hostPath"].Exists))
            findings.Add(volume["hostPath"], $"the volume '{Spelling.Shown(volume["name"].TextOrEmpty)}' is {Spelling.Shown(volume["hostPath"]["path"].TextOrEmpty)} of the node", "use a PersistentVolumeClaim, a ConfigMap or an emptyDir");
    }
}

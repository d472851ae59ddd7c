namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class RestrictedVolumes() : PodRule(new("restrictedVolumes", RuleOrigin.PodSecurityRestricted, Severity.Warning)
{
    Demand = "Volumes are ConfigMaps, Secrets, claims, projections, emptyDirs and what a driver makes for the pod",
    Reason = "Other kinds name storage of the cluster directly, past the claims that the cluster's owner controls.",
})
{
    private static readonly string[] Allowed = ["name", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var volume in pod.Spec["volumes"].Items)
        {
            foreach (var source in volume.Keys.Except(Allowed))
                findings.Add(volume[source], $"the volume '{Spelling.Shown(volume["name"].TextOrEmpty)}' is of kind {Spelling.Shown(source)}", "use a PersistentVolumeClaim");
        }
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class AppArmorProfile() : PodRule(new("appArmorProfile", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "AppArmor is not turned off",
    Reason = "Without its profile a process may do to the node what the runtime's default forbids.",
})
{
    private const string Annotation = "container.apparmor.security.beta.kubernetes.io/";

    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var type in pod.AllContainers.Select(c => c.Security).Prepend(pod.Spec["securityContext"]).Select(s => s["appArmorProfile"]["type"]).Where(t => t.Text == "Unconfined"))
            findings.Add(type, "AppArmor is Unconfined", "write RuntimeDefault, or remove the profile");
        foreach (var (_, value) in pod.Metadata["annotations"].Entries.Where(e => e.Key.StartsWith(Annotation, StringComparison.Ordinal) && e.Value.Text == "unconfined"))
            findings.Add(value, "AppArmor is unconfined", "remove the annotation, and write securityContext.appArmorProfile");
    }
}

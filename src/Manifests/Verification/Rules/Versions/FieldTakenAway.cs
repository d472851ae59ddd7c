namespace RegressionAnalyzer.Manifests.Verification.Rules.Versions;

internal sealed class FieldTakenAway() : FieldRule(new("field-taken-away", RuleOrigin.Version, Severity.Error)
{
    Demand = "No field is used that the target release of Kubernetes no longer heeds",
    Reason = "The API server still takes the field, and the pod does not start, or starts without what the field was for.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Field == "V1Volume.gitRepo" && set.Target.Minor >= 33)
            findings.Add(field.Place, "gitRepo volumes are off by default since Kubernetes 1.33", "clone in an init container into an emptyDir");
        if (field.Field == "V1ObjectMeta.annotations")
        {
            foreach (var (key, value) in field.Place.Entries)
                CheckAnnotation(key, value, findings);
        }
    }

    private static void CheckAnnotation(string key, Place value, RuleFindings findings)
    {
        if (key.StartsWith("seccomp.security.alpha.kubernetes.io/", StringComparison.Ordinal) || key.StartsWith("container.seccomp.security.alpha.kubernetes.io/", StringComparison.Ordinal))
            findings.Add(value, "seccomp annotations do nothing since Kubernetes 1.27", "write securityContext.seccompProfile");
        else if (key == "kubernetes.io/ingress.class" && value.Owner.Kind == "Ingress")
            findings.Add(value, Severity.Warning, "the annotation for the ingress class is deprecated since Kubernetes 1.18", "write spec.ingressClassName");
        else if (key == "volume.beta.kubernetes.io/storage-class")
            findings.Add(value, Severity.Warning, "the annotation for the storage class is deprecated", "write spec.storageClassName");
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class MountPath() : FieldRule(new("mount-path", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A mount's path is absolute and without ':', its sub path relative and without '..'",
    Reason = "The API server refuses ':' and '..'; a relative path is taken from the root by some runtimes and refused by others.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Place.Text is not { Length: > 0 } path)
            return;
        var isWindows = field.Place.Owner.Pod?.IsWindows == true;
        if (field.Field == "V1VolumeMount.mountPath" && !isWindows && (path[0] != '/' || path.Contains(':', StringComparison.Ordinal)))
            findings.Add(field.Place, $"'{Spelling.Shown(path)}' is no absolute path without ':'", "write a path that begins with '/'");
        if (field.Field is "V1VolumeMount.subPath" or "V1VolumeMount.subPathExpr" && (path[0] == '/' || path.Split('/').Contains("..")))
            findings.Add(field.Place, $"'{Spelling.Shown(path)}' leaves the volume", "write a relative path without '..'");
    }
}

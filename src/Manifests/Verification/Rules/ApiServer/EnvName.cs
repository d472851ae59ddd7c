namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class EnvName() : FieldRule(new("env-name", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A variable's name is one that the target release takes",
    Reason = "Until Kubernetes 1.31 the API server refuses the pod for a name with other characters; from 1.32 on it only refuses '='.",
})
{
    private const int Relaxed = 32;

    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Field is not ("V1EnvVar.name" or "V1EnvFromSource.prefix") || field.Place.Text is not { Length: > 0 } name)
            return;
        var isValid = set.Target.Minor < Relaxed ? KubernetesName.IsVariable(name) : name.All(c => c is > ' ' and < '\u007f' and not '=');
        if (!isValid)
            findings.Add(field.Place, $"'{Spelling.Shown(name)}' is no name of a variable", $"write {KubernetesName.VariableRule}");
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class EnvVarSecret() : ContainerRule(new("env-var-secret", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "No variable holds a secret's value",
    Reason = "The value is in the repository, in the cluster's history and in every backup of both.",
    AlsoKnownAs = ["polaris/sensitiveContainerEnvVar"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var variable in container["env"].Items.Where(v => v["value"].TextOrEmpty.Length > 0))
        {
            if (SensitiveName.Is(variable["name"].TextOrEmpty, variable["value"].TextOrEmpty))
                findings.Add(variable["value"], $"the variable '{Spelling.Shown(variable["name"].TextOrEmpty)}' looks like a secret and has a value", "put it into a Secret, and name that by valueFrom.secretKeyRef");
        }
    }
}

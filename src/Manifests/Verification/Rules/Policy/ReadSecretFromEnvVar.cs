namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ReadSecretFromEnvVar() : ContainerRule(new("read-secret-from-env-var", RuleOrigin.KubeLinter, Severity.Info)
{
    Demand = "Secrets are read from files",
    Reason = "Variables are passed on to every child process, and end up in dumps of crashes.",
    IsOptional = true,
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var secret in container["env"].Items.Select(v => v["valueFrom"]["secretKeyRef"]).Concat(container["envFrom"].Items.Select(e => e["secretRef"])).Where(s => s.Exists))
            findings.Add(secret, $"the container '{container.Name}' reads a Secret as variables", "mount it as a volume");
    }
}

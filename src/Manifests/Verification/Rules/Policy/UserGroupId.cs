namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class UserGroupId() : ContainerRule(new("container-security-context-user-group-id", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A container's user and group are above 10000",
    Reason = "Such ids are nobody's on the node; a lower one may own files there.",
})
{
    private const long Most = 10000;
    private static readonly string[] Fields = ["runAsUser", "runAsGroup"];

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (container.Pod.IsWindows)
            return;
        foreach (var field in Fields.Select(container.SecurityOrPods).Where(f => f.Number is not > Most))
            findings.Add(field, field.Exists ? $"{field.Step} is {field.Text}" : $"the container '{container.Name}' names no {field.Step}", $"write securityContext.{field.Step} with an id above {Most}");
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class RequestsEqualLimits() : ContainerRule(new("container-resource-requests-equal-limits", RuleOrigin.KubeScore, Severity.Info)
{
    Demand = "Requests are equal to limits",
    Reason = "Such a pod is of the class Guaranteed, the last to be evicted; the price is room that stands empty.",
    AlsoKnownAs = ["kube-score/container-cpu-requests-equal-limits", "kube-score/container-memory-requests-equal-limits"],
    IsOptional = true,
})
{
    private static readonly string[] Resources = ["cpu", "memory"];

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var resource in Resources)
        {
            var (request, limit) = (container["resources"]["requests"][resource], container["resources"]["limits"][resource]);
            if (Quantity.TryParse(request.TextOrEmpty, out var asked) && Quantity.TryParse(limit.TextOrEmpty, out var most) && asked != most)
                findings.Add(request, $"{resource} asks for {request.Text}, and the limit is {limit.Text}", "make them equal");
        }
    }
}

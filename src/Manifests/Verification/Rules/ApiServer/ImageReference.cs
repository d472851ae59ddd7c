namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class ImageReference() : ContainerRule(new("image-reference", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "An image is a name in lower case with an optional registry, tag and digest",
    Reason = "The kubelet cannot pull what it cannot read: InvalidImageName.",
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (container["image"].Text is { Length: > 0 } image && !Image.IsValid(image))
            findings.Add(container["image"], $"'{Spelling.Shown(image)}' is no name of an image", "write registry/repository:tag");
    }
}

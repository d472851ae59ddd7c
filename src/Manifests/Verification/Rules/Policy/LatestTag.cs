namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class LatestTag() : ContainerRule(new("latest-tag", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "An image names a version, by a tag other than latest or by a digest",
    Reason = "Replicas started at different times run different code, and a rollback has nothing to go back to.",
    AlsoKnownAs = ["kube-score/container-image-tag", "polaris/tagNotSpecified"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (container["image"].Text is not { Length: > 0 } text)
            return;
        var image = Image.Parse(text);
        if (image.Digest is null && image.Tag is null or "latest")
            findings.Add(container["image"], $"the image '{Spelling.Shown(text)}' names no version", "write the version as its tag, or a digest");
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ImageDigest() : ContainerRule(new("image-not-pinned-by-digest", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "An image is pinned by its digest",
    Reason = "A tag can be moved in the registry; a digest is the image itself.",
    IsOptional = true,
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (container["image"].Text is { Length: > 0 } text && Image.Parse(text).Digest is null)
            findings.Add(container["image"], $"the image '{Spelling.Shown(text)}' has no digest", "append @sha256: and the image's digest");
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class PullPolicyNotAlways() : ContainerRule(new("container-image-pull-policy", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "The image is asked for at every start",
    Reason = "A node that has the image runs it for anyone, whether they may pull it or not, and runs an old one where a tag was moved.",
    AlsoKnownAs = ["polaris/pullPolicyNotAlways"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (container["image"].Text is not { Length: > 0 } text || container["imagePullPolicy"].Text == "Always")
            return;
        var image = Image.Parse(text);
        if (container["imagePullPolicy"].Exists || image.Tag is not (null or "latest") || image.Digest is not null)
            findings.Add(container["imagePullPolicy"], $"the container '{container.Name}' runs what the node has", "write imagePullPolicy: Always");
    }
}

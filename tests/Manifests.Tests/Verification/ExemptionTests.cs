using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.Manifests.Tests.Verification;

/// <summary>Rules that are broken on purpose, by our annotation and by those of the tools.</summary>
public sealed class ExemptionTests
{
    [Theory]
    [InlineData("verify.regression-analyzer/latest-tag", "rebuilt daily", "rebuilt daily")]
    [InlineData("verify.regression-analyzer/container-image-tag", "rebuilt daily", "rebuilt daily")]
    [InlineData("ignore-check.kube-linter.io/latest-tag", "rebuilt daily", "rebuilt daily")]
    [InlineData("ignore-check.kube-linter.io/latest-tag", "", "annotation ignore-check.kube-linter.io/latest-tag")]
    [InlineData("kube-linter.io/ignore-all", "", "annotation kube-linter.io/ignore-all")]
    [InlineData("kube-score/ignore", "service-type, container-image-tag", "annotation kube-score/ignore")]
    [InlineData("polaris.fairwinds.com/tagNotSpecified-exempt", "true", "annotation polaris.fairwinds.com/tagNotSpecified-exempt")]
    [InlineData("polaris.fairwinds.com/exempt", "true", "annotation polaris.fairwinds.com/exempt")]
    public void A_finding_of_policy_is_exempted_and_says_why(string key, string value, string reason)
    {
        var exempted = Verify(key, value).Exempted.Single(f => f.Rule.Id == "latest-tag");
        Assert.Equal(reason, exempted.Exemption);
    }

    [Theory]
    [InlineData("verify.regression-analyzer/latest-tag", "")]
    [InlineData("verify.regression-analyzer/latest-tag", "  ")]
    [InlineData("verify.regression-analyzer/no-such-rule", "why")]
    [InlineData("ignore-check.kube-linter.io/tagNotSpecified", "why")]
    [InlineData("kube-score/ignore", "latest-tag")]
    [InlineData("polaris.fairwinds.com/tagNotSpecified-exempt", "false")]
    public void Without_a_reason_or_under_another_tools_id_nothing_is_exempted(string key, string value) =>
        Assert.Contains(Verify(key, value).Findings, f => f.Rule.Id == "latest-tag");

    [Fact]
    public void What_the_server_refuses_cannot_be_exempted()
    {
        var report = Verify("verify.regression-analyzer/unknown-field", "why", field: "replicass: 2");
        Assert.Equal(["exemption-invalid", "unknown-field"], report.Findings.Where(f => !f.Rule.Origin.CanBeExempted()).Select(f => f.Rule.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void On_the_pod_template_it_counts_as_well()
    {
        var text = Text("", "", "").Replace("metadata: {labels: {app: a}}", "metadata: {labels: {app: a}, annotations: {verify.regression-analyzer/latest-tag: why}}", StringComparison.Ordinal);
        Assert.Contains(ManifestVerifier.Verify([new PublishedFile("a.yaml", text)]).Exempted, f => f.Rule.Id == "latest-tag");
    }

    [Fact]
    public void An_exemption_is_of_its_own_object_alone()
    {
        var other = Text("", "", "").Replace("name: web", "name: other", StringComparison.Ordinal);
        var report = ManifestVerifier.Verify([new PublishedFile("a.yaml", Text("verify.regression-analyzer/latest-tag", "why", "") + "---\n" + other)]);
        Assert.Equal("Deployment/prod/other", Assert.Single(report.Findings, f => f.Rule.Id == "latest-tag").Subject);
    }

    private static VerifyReport Verify(string key, string value, string field = "") => ManifestVerifier.Verify([new PublishedFile("a.yaml", Text(key, value, field))]);

    private static string Text(string key, string value, string field) =>
        $$$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: prod
          annotations:
            {{{(key.Length == 0 ? "a: b" : $"{key}: \"{value}\"")}}}
        spec:
          {{{(field.Length == 0 ? "replicas: 2" : field)}}}
          selector: {matchLabels: {app: a}}
          template:
            metadata: {labels: {app: a}}
            spec:
              containers:
              - name: a
                image: nginx:latest

        """;
}

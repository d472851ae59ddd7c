using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.Manifests.Tests.Verification;

/// <summary>The manifests of the model itself.</summary>
public sealed class DefaultModelTests
{
    public static IEnumerable<TheoryDataRow<int>> Releases => Enumerable.Range(30, 7).Select(minor => new TheoryDataRow<int>(minor));

    [Theory]
    [MemberData(nameof(Releases))]
    public void They_have_no_finding_that_is_not_exempted_with_a_reason_on_any_release(int minor)
    {
        var report = ManifestVerifier.Verify(Published.From().Files, new VerifyOptions { KubernetesVersion = new(minor), FailLevel = Severity.Info });
        Assert.Equal([], report.Findings.Select(f => $"{f.Rule.Id} {f.Subject} {f.Path}: {f.Message}"));
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public void What_is_broken_on_purpose_is_the_node_port_and_the_pull_policy()
    {
        var report = ManifestVerifier.Verify(Published.From().Files);
        Assert.Equal(["container-image-pull-policy", "service-type"], report.Exempted.Select(f => f.Rule.Id).Order(StringComparer.Ordinal));
        Assert.Contains(report.Exempted, f => f.Exemption!.Contains("30080", StringComparison.Ordinal) || f.Exemption.Contains("node port", StringComparison.Ordinal));
    }
}

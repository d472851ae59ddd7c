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

    /// <summary>The second of two workloads has no probes in the model, and that is no exemption's business.</summary>
    [Fact]
    public void Every_variation_is_accepted_but_for_the_probes_that_one_has_not() => Assert.All(Variations.All, variation =>
        Assert.Empty(ManifestVerifier.Verify(Variations.Render(variation.Value)).Findings
            .Where(f => f.Rule.Id is not ("no-liveness-probe" or "no-readiness-probe"))
            .Select(f => $"{variation.Key}: {f.Rule.Id} {f.Subject} {f.Path}: {f.Message}")));
}

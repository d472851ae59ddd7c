using System.Text.Json;
using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.Manifests.Tests.Verification;

/// <summary>The report for a person, a program and a code host.</summary>
public sealed class ReportTests
{
    private const string Text =
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: prod
          annotations: {verify.regression-analyzer/service-type: "the seed asks for it"}
        spec:
          type: NodePort
          ports:
          - port: 80
            nodePort: 80

        """;

    private readonly VerifyReport _report = ManifestVerifier.Verify([new PublishedFile("k8s/my service.yaml", Text)]);

    [Fact]
    public void The_table_says_where_what_and_the_mend_and_sums_up() => Assert.Equal(
        """
        k8s/my service.yaml
          error    number-range (api-server)
                   line 11 Service/prod/web spec.ports[0].nodePort
                   80 is outside from 30000 to 32767.
                   Mend: write a number from 30000 to 32767.

        Exempted
          service-type Service/prod/web: the seed asks for it

        1 object in 1 file against Kubernetes 1.30: 1 error, 0 warnings, 0 hints, 1 exempted.

        """.ReplaceLineEndings("\n"),
        _report.ToTable());

    [Theory]
    [InlineData(1, 40)]
    [InlineData(60, 60)]
    [InlineData(200, 200)]
    public void The_table_keeps_to_the_width(int asked, int width)
    {
        var example = Example.Of("latest-tag");
        Assert.All(example.Verify(example.Bad).ToTable(asked).Split('\n').Where(line => line.Trim().Contains(' ', StringComparison.Ordinal) && !line.Contains('(', StringComparison.Ordinal)), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void A_manifest_cannot_drive_the_terminal()
    {
        var report = ManifestVerifier.Verify([new PublishedFile("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"\\e[2Ja\\u202Eb\", namespace: prod}\n")]);
        Assert.NotEmpty(report.Findings);
        Assert.DoesNotContain(report.ToTable(), c => c is '\u001b' or '\u202e');
    }

    [Fact]
    public void The_json_has_every_finding_with_all_that_is_known()
    {
        using var json = JsonDocument.Parse(_report.ToJson());
        Assert.True(json.RootElement.GetProperty("failed").GetBoolean());
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            ["rule", "origin", "severity", "object", "path", "file", "line", "message", "mend"],
            finding.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("number-range", 11), (finding.GetProperty("rule").GetString(), finding.GetProperty("line").GetInt32()));
        Assert.Equal("the seed asks for it", json.RootElement.GetProperty("exempted")[0].GetProperty("exemption").GetString());
    }

    [Fact]
    public void The_sarif_has_rules_results_and_suppressions()
    {
        using var json = JsonDocument.Parse(_report.ToSarif());
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        var location = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("k8s/my%20service.yaml", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(11, location.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("error", results[0].GetProperty("level").GetString());
        Assert.Equal("the seed asks for it", results[1].GetProperty("suppressions")[0].GetProperty("justification").GetString());
    }

    [Theory]
    [InlineData(Severity.Info, 1)]
    [InlineData(Severity.Warning, 1)]
    [InlineData(Severity.Error, 0)]
    public void The_run_fails_from_the_level_up(Severity level, int exitCode)
    {
        var text = Text.Replace("nodePort: 80", "nodePort: 30080", StringComparison.Ordinal).Replace("verify.", "other.", StringComparison.Ordinal);
        Assert.Equal(exitCode, ManifestVerifier.Verify([new PublishedFile("a.yaml", text)], new VerifyOptions { FailLevel = level }).ExitCode);
    }

    [Fact]
    public void The_same_input_gives_the_same_report() =>
        Assert.Equal(_report.ToSarif() + _report.ToJson(), ManifestVerifier.Verify([new PublishedFile("k8s/my service.yaml", Text)]) is { } again ? again.ToSarif() + again.ToJson() : "");
}

using RegressionAnalyzer.Manifests.Verification;
using RegressionAnalyzer.Manifests.Verification.Rules;

namespace RegressionAnalyzer.Manifests.Tests.Verification;

/// <summary>Every rule on its own example: it finds the bad at the marked lines, and lets the good pass.</summary>
public sealed class RuleExampleTests
{
    public static IEnumerable<TheoryDataRow<string>> Rules => ManifestVerifier.Rules.Select(rule => new TheoryDataRow<string>(rule.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_bad_example_is_found_at_the_marked_lines(string rule)
    {
        var example = Example.Of(rule);
        var found = example.Verify(example.Bad).Findings.Where(f => f.Rule.Id == rule).Select(f => f.Line).Distinct();
        Assert.Equal(example.MarkedLines, found);
        Assert.NotEmpty(example.MarkedLines);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_good_example_is_let_pass_and_is_one_that_the_server_takes(string rule)
    {
        var example = Example.Of(rule);
        var report = example.Verify(example.Good);
        var wrong = report.Findings.Where(f => f.Rule.Id == rule || (!f.Rule.Origin.CanBeExempted() && f.Severity == Severity.Error));
        Assert.Empty(wrong.Select(f => $"{f.Rule.Id} line {f.Line}: {f.Message}"));
        Assert.NotEqual(0, report.Objects);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_finding_says_what_is_wrong_where_and_the_mend(string rule)
    {
        var example = Example.Of(rule);
        Assert.All(example.Verify(example.Bad).Findings, f =>
        {
            Assert.All([f.Message, f.Mend], text => Assert.False(text.Length < 5 || text.EndsWith('.') || text.Contains("  ", StringComparison.Ordinal), text));
            Assert.Equal("example.yaml", f.File);
        });
    }

    [Fact]
    public void Every_rule_there_is_is_in_the_catalog_and_says_what_it_demands_and_why()
    {
        var classes = typeof(Rule).Assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(Rule)) || t.IsSubclassOf(typeof(Manifests.Verification.Rules.Exempting.ExemptionRule))));
        Assert.Equal(classes.Count(), ManifestVerifier.Rules.Count);
        Assert.All(ManifestVerifier.Rules, rule => Assert.False(rule.Demand.EndsWith('.') || !rule.Reason.EndsWith('.') || rule.Reason.Length < 10, rule.Id));
    }

    [Fact]
    public void An_id_names_one_rule_and_no_example_is_left_over()
    {
        Assert.Equal(ManifestVerifier.Rules.Count, ManifestVerifier.Rules.Select(r => r.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var examples = Directory.EnumerateFiles(Path.GetDirectoryName(Example.PathOf("any"))!).Select(Path.GetFileNameWithoutExtension);
        Assert.Empty(examples.Except(ManifestVerifier.Rules.Select(r => r.Id)));
    }
}

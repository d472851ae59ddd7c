using FsCheck;
using FsCheck.Fluent;
using RegressionAnalyzer.Manifests.Tests.Helm;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>Any text as a setting comes back as it was: from the plain config map and through the chart.</summary>
public sealed class ConfigValueTests
{
    public static TheoryData<string> Values =>
    [
        "", " ", "yes", "no", "on", "y", "N", "true", "null", "~", "0123", "0x1F", "0o17", "1_000", "1e3", ".5", "-1", "+2", "1:30", "190:20:30", "2026-11-23", ".inf", ".nan",
        "=", "<<", "- a", "? a", "a: b", "a #b", "#b", "&a", "*a", "!tag", "|", ">", "%", "@", "`", "'", "\"", "\\", "{", "[a]", ",", "---", "...",
        "{{", "}}", "{{ .Values.config }}", "{{- end }}", "{{/* a */}}", "line\nbreak", "line\r\nbreak\r", "\n", "tab\t", "trailing ", " leading", "bell\a\b\f\v",
        "\u0085\u00a0\u2028\u2029\ufeff\u200b\u00ad", "\u007f\u0080", "héllo", "日本語", "😀👩‍👩‍👧", "\ud800\udc00", "<script>&amp;</script>", "a\tb", "\ue000", "\ufffd",
    ];

    /// <summary>100 kB and more, of what templates and YAML stumble over.</summary>
    public static string HundredKilobytes { get; } = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i} {{{{ \"'\n"));

    [Theory]
    [MemberData(nameof(Values))]
    public void A_text_comes_back_as_it_was(string value) => Assert.Equal((value, value), Read(value));

    [Fact]
    public void A_text_of_100_kB_comes_back_as_it_was() => Assert.Equal((HundredKilobytes, HundredKilobytes), Read(HundredKilobytes));

    [Fact]
    public void Any_text_comes_back_as_it_was_or_is_refused() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), value =>
    {
        if (value is null)
            return true;
        return With(value).Validate().Count > 0 || Read(value) == (value, value);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Theory]
    [MemberData(nameof(Values))]
    public void A_text_is_explained_in_one_line_and_compared_as_it_is(string value)
    {
        var explained = ManifestExplainer.Explain(Sample.Chart("local"), With(value)).Split('\n');
        Assert.Single(explained, line => line.StartsWith("  .data.VALUE = ", StringComparison.Ordinal));
        Assert.Equal(Explained, explained.Length);
        using var folder = TemporaryFolder.WithChart();
        var files = ManifestFinisher.Render(folder.Path, With(value));
        ManifestFinisher.Finish(folder.Path, With(value));
        Assert.True(Drift.Between(folder.Path, files).IsNone);
    }

    [Fact]
    public void A_text_that_no_variable_can_hold_is_refused() => Assert.All(["a\0b", "a\ud800", "\udc00"], value =>
        Assert.Contains("Config[VALUE] holds a NUL or half a character", Assert.Single(With(value).Validate()), StringComparison.Ordinal));

    [Fact]
    public void An_annotation_that_YAML_cannot_hold_is_refused() => Assert.Equal(
        "Annotations[a] holds a NUL or half a character. Allowed: any other text.",
        Assert.Single((Sample.Settings with { Annotations = new Dictionary<string, string> { ["a"] = "\ud800" } }).Validate()));

    private static readonly int Explained = ManifestExplainer.Explain(Sample.Chart("local"), With("plain")).Split('\n').Length;

    private static DeploymentSettings With(string value) => Sample.With(w => w with { Config = new Dictionary<string, string> { ["VALUE"] = value } });

    /// <summary>The client's reader takes a quoted &lt;&lt; for a merge key, which it is not; there our own has to do.</summary>
    private static string? Plain(Published published, string value) => value == "<<"
        ? ((Map)YamlReader.ReadAll(published.Text("k8s/configmap.yaml"), "configmap.yaml").Single()).Find("data", "VALUE")!.ToString()
        : published.ConfigMap.Data["VALUE"];

    private static (string? Plain, string? Chart) Read(string value)
    {
        var published = Published.From(With(value));
        var rendered = new HelmChart(published.Files).Render("a", "b").Single(o => o.Text("kind") == "ConfigMap");
        return (Plain(published, value), rendered.Find("data", "VALUE")!.ToString());
    }
}

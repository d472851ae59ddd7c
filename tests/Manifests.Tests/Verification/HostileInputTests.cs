using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.Manifests.Tests.Verification;

/// <summary>Any text gives findings or passes; none throws, hangs or fills the memory.</summary>
public sealed class HostileInputTests
{
    private const string Object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: prod}\n";

    /// <summary>Texts for each property: FUZZ_RUNS, or a number that takes seconds.</summary>
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_RUNS"), out var runs) ? runs : 100;

    public static TheoryData<string, string> Texts => new()
    {
        { "an alias bomb", AliasBomb() },
        { "deep lists", Object + "data: " + new string('[', 100_000) },
        { "deep maps", Object + "data: " + string.Concat(Enumerable.Repeat("{a: ", 50_000)) },
        { "deep blocks", Object + string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "a:\n")) },
        { "an alias of itself", Object + "data: &a {b: *a}\n" },
        { "an unknown alias", Object + "data: *nowhere\n" },
        { "a merge of a text", Object + "data: {<<: text}\n" },
        { "a list as a key", Object + "data: {[a, b]: c}\n" },
        { "a null key", Object + "? \n: a\n" },
        { "an open quote", Object + "data: {a: \"" },
        { "a tab", Object + "\tdata: {}\n" },
        { "two documents without an end", "%YAML 1.9\n---\n...\n%TAG ! tag:a,\n--- !a\n" },
        { "tags", Object + "data: !!python/object:os.system {a: !!binary \"=\"}\n" },
        { "null bytes", Object + "data: {a: \0\0\0}\n" },
        { "a lone surrogate", Object + "data: {a: \"\ud800\"}\n" },
        { "a lone surrogate as a name", "apiVersion: v1\nkind: \ud800\nmetadata: {name: \"\udc00\"}\n" },
        { "everything of a wrong type", "apiVersion: apps/v1\nkind: Deployment\nmetadata: []\nspec: {selector: 1, template: {metadata: no, spec: {containers: {a: b}, volumes: text}}}\n" },
        { "containers of a wrong type", "apiVersion: v1\nkind: Pod\nmetadata: {name: [], labels: [a], annotations: 1}\nspec: {containers: [1, null, [], {name: {}, image: [], env: {}, ports: [[]], resources: {limits: [], requests: 1}}]}\n" },
        { "a type of a wrong type", "apiVersion: [v1]\nkind: {a: b}\n" },
        { "numbers beyond all bounds", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {terminationGracePeriodSeconds: 99999999999999999999999, containers: [{name: a, image: a, resources: {limits: {cpu: 1e999, memory: 99999999999999999999999999999999E}}}]}\n" },
        { "only dashes", string.Concat(Enumerable.Repeat("---\n", 10_000)) },
        { "only colons", new string(':', 100_000) },
        { "only anchors", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"- &a{i} a\n")) },
        { "nothing", "" },
        { "a byte order mark", "\ufeff" + Object },
        { "a large text", Object + "data: {a: \"" + new string('a', 8_000_000) + "\"}\n" },
        { "a large key", Object + "data: {\"" + new string('a', 2_000_000) + "\": b}\n" },
        { "many keys", Object + "data:\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"  a{i}: b\n")) },
        { "many faults", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: []\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  a{i}: b\n")) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_hostile_text_is_answered_in_time(string what, string text)
    {
        var report = await Task.Run(() => Verify(text), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.All([report.ToTable(), report.ToJson(), report.ToSarif()], written => Assert.True(written.Length < 40_000_000, what));
    }

    [Fact]
    public void An_alias_bomb_is_one_finding()
    {
        var finding = Assert.Single(Verify(AliasBomb()).Findings);
        Assert.Equal("yaml-syntax", finding.Rule.Id);
        Assert.Contains("more than", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_beyond_the_limit_are_counted_and_fail_the_run()
    {
        var report = ManifestVerifier.Verify([new PublishedFile("a.yaml", Texts.Single(t => t.Data.Item1 == "many faults").Data.Item2)], new VerifyOptions { MostFindings = 100, FailLevel = Severity.Error });
        Assert.Equal(100, report.Findings.Count);
        Assert.True(report.Dropped > 19_000);
        Assert.Equal(1, report.ExitCode);
    }

    [Fact]
    public void Any_text_at_all_is_answered() => Prop.ForAll<string>(text => Assert.NotNull(Verify(text).ToTable())).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    /// <summary>Every example, cut, with bytes changed, lines moved and parts doubled.</summary>
    [Fact]
    public void A_damaged_manifest_is_answered()
    {
        var examples = Directory.GetFiles(Path.GetDirectoryName(Example.PathOf("any"))!).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var damaged =
            from text in Gen.Elements(examples)
            from other in Gen.Elements(examples)
            from at in Gen.Choose(0, text.Length - 1)
            from length in Gen.Choose(0, 30)
            from filler in Gen.Elements("", "{", "[", "]", "}", ": ", "- ", "\n", "\t", "&a ", "*a", "!!int ", "\"", "'", "|\n", "<<: ", "null", "-1", "9999999999", "\ud800", "%", "? ", "#")
            select text[..at] + filler + text[Math.Min(text.Length, at + length)..] + other[..Math.Min(other.Length, at)];
        Prop.ForAll(damaged.ToArbitrary(), text => Assert.NotNull(Verify(text).ToSarif())).Check(Config.QuickThrowOnFailure.WithMaxTest(2 * Runs));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_answered()
    {
        using var folder = new TemporaryFolder();
        var bytes = new byte[200_000];
        new System.Random(1).NextBytes(bytes);
        File.WriteAllBytes(folder.In("noise.yaml"), bytes);
        Assert.All(ManifestVerifier.Verify(folder.Path).Findings, f => Assert.Equal("yaml-syntax", f.Rule.Id));
    }

    private static VerifyReport Verify(string text) => ManifestVerifier.Verify([new PublishedFile("a.yaml", text)], new VerifyOptions { Enable = ["all"] });

    private static string AliasBomb()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
            text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        return text.ToString();
    }
}

using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.Manifests.Tests.Verification;

/// <summary>
/// A rule's example, <c>Examples/ID.yaml</c>: what breaks it under <c># bad</c>, each line where a finding is due marked by <c># &lt;-</c>,
/// and what keeps it under <c># good</c>. A line <c># kubernetes: 1.33</c> names the release it is for.
/// </summary>
internal sealed record Example(string Bad, string Good, KubernetesVersion Target)
{
    private const string Mark = "# <-";
    private const string Release = "# kubernetes: ";

    public static string PathOf(string rule) => Path.Combine(AppContext.BaseDirectory, "Verification", "Examples", $"{rule}.yaml");

    public static Example Of(string rule)
    {
        var text = File.ReadAllText(PathOf(rule));
        var good = text.IndexOf("# good\n", StringComparison.Ordinal);
        var release = text.Split('\n').FirstOrDefault(line => line.StartsWith(Release, StringComparison.Ordinal));
        return new(text[..good], text[good..], release is null ? KubernetesVersion.Oldest : KubernetesVersion.Parse(release[Release.Length..]));
    }

    public IEnumerable<int> MarkedLines => Bad.Split('\n').Select((line, i) => (line, i)).Where(l => l.line.Contains(Mark, StringComparison.Ordinal)).Select(l => l.i + 1);

    public VerifyReport Verify(string text) =>
        ManifestVerifier.Verify([new PublishedFile("example.yaml", text)], new VerifyOptions { Enable = ["all"], KubernetesVersion = Target });
}

using RegressionAnalyzer.Manifests.Verification.Rules;

namespace RegressionAnalyzer.Manifests.Verification;

/// <summary>Checks Kubernetes manifests without a cluster. Bad manifests give findings, never an exception.</summary>
public static class ManifestVerifier
{
    /// <summary>All rules, those off by default included.</summary>
    public static IReadOnlyList<RuleDescription> Rules => RuleCatalog.Descriptions;

    /// <summary>
    /// Verifies a file, or every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file under a folder. What they say of each other is checked over all
    /// of them together. Templates of a Helm chart are left out with a note: verify what <c>helm template</c> renders.
    /// </summary>
    /// <exception cref="ManifestException">There is nothing at the path, it cannot be read, or an option names a rule that there is not.</exception>
    public static VerifyReport Verify(string path, VerifyOptions? options = null) => Run(() => ManifestFiles.At(path), options);

    /// <summary>Verifies several files and folders together; <c>-</c> is the standard input.</summary>
    internal static VerifyReport Verify(IReadOnlyList<string> paths, TextReader input, VerifyOptions options) =>
        Run(() => ManifestFiles.Joined(paths.Select(path => path == "-" ? ManifestFiles.Input(input) : ManifestFiles.At(path))), options);

    /// <summary>Verifies files in memory: the plain manifests among what <see cref="ManifestFinisher.Render"/> gives, or anything else.</summary>
    /// <exception cref="ManifestException">An option names a rule that there is not.</exception>
    public static VerifyReport Verify(IEnumerable<PublishedFile> files, VerifyOptions? options = null) => Run(() => ManifestFiles.Of(files), options);

    /// <summary>The options first: a mistake in them is said before anything is read.</summary>
    private static VerifyReport Run(Func<ManifestFiles> files, VerifyOptions? options) => new VerificationRun(options ?? new VerifyOptions()).Run(files());
}

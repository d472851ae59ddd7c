using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>
/// The Secret without values: applying it wipes no key that is there, and no published file ever holds one. A key nobody has set is absent,
/// so the service sees an unset variable, not an empty one.
/// </summary>
internal static class SecretObject
{
    public static ValuePath Existing(Workload workload) => workload.Values["existingSecret"];

    public static Manifest Build(Workload workload) => new("secrets.yaml", new Map
    {
        { "apiVersion", "v1" },
        { "kind", "Secret" },
        { "metadata", Metadata.Of(workload, Naming.Secrets(workload.Name)) },
        { "type", new Scalar("Opaque").Because("declared without values: applying it wipes no key that is there") },
    })
    {
        When = Existing(workload).IsNotSet,
        Comment =
        [
            "Holds no value, so that applying it never wipes one. The keys that may be set:",
            .. workload.SecretKeys.Select(key => key.Description.Length == 0 ? $"  {key.Name}" : $"  {key.Name}: {OneLine(key.Description)}"),
        ],
    };

    private static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029')));
}

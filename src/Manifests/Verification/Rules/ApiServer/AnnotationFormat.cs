using System.Text;

namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class AnnotationFormat() : FieldRule(new("annotation-format", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Keys of annotations are qualified names, and all annotations of an object are 256 KiB at most",
    Reason = "The API server refuses the object.",
})
{
    private const int Most = 256 * 1024;

    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Field != "V1ObjectMeta.annotations" || field.Shape.Kind != ShapeKind.Map)
            return;
        var size = 0L;
        foreach (var (key, value) in field.Place.Entries)
        {
            size += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value.TextOrEmpty);

            // the server compares the key in lower case
            if (!KubernetesName.IsQualifiedKey(key.ToLowerInvariant()))
                findings.Add(value, $"'{Spelling.Shown(key)}' is no key of an annotation", $"write {KubernetesName.KeyRule}");
        }

        if (size > Most)
            findings.Add(field.Place, $"the annotations are {size} bytes together", $"keep them to {Most}; large texts go into a ConfigMap");
    }
}

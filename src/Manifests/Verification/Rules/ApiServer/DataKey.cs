using System.Text;

namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class DataKey() : ObjectRule(new("data-key", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Keys of a ConfigMap or Secret are file names, each there once, and all values together 1 MiB at most",
    Reason = "The API server refuses the object.",
})
{
    private const int Most = 1024 * 1024;

    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("ConfigMap", "") && !item.Is("Secret", ""))
            return;
        var entries = item.Root["data"].Entries.Concat(item.Root["binaryData"].Entries).Concat(item.Root["stringData"].Entries).ToList();
        foreach (var (key, value) in entries.Where(e => !KubernetesName.IsDataKey(e.Key)))
            findings.Add(value, $"'{Spelling.Shown(key)}' is no key", $"write {KubernetesName.DataKeyRule}");
        foreach (var (key, value) in item.Root["binaryData"].Entries.Where(e => item.Root["data"][e.Key].Exists))
            findings.Add(value, $"'{Spelling.Shown(key)}' is in data too", "keep one of the two");
        var size = entries.Sum(e => (long)Encoding.UTF8.GetByteCount(e.Value.TextOrEmpty));
        if (size > Most)
            findings.Add(item.Root, $"the values are {size} bytes together", $"keep them to {Most}; put the rest on a volume");
    }
}

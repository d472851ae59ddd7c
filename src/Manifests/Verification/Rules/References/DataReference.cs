namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

/// <summary>What a pod takes from a ConfigMap or Secret.</summary>
/// <param name="Name">Where the object is named.</param>
/// <param name="Key">Where the key is named; null where all keys are taken.</param>
internal sealed record DataReference(string Kind, Place Name, Place? Key)
{
    /// <summary>All but optional ones.</summary>
    public static IEnumerable<DataReference> Of(PodTemplate pod, string kind)
    {
        var isSecret = kind == "Secret";
        var (all, one, volume) = isSecret ? ("secretRef", "secretKeyRef", "secret") : ("configMapRef", "configMapKeyRef", "configMap");
        foreach (var container in pod.AllContainers)
        {
            foreach (var source in container["envFrom"].Items.Select(e => e[all]).Where(IsNeeded))
                yield return new(kind, source["name"], null);
            foreach (var source in container["env"].Items.Select(e => e["valueFrom"][one]).Where(IsNeeded))
                yield return new(kind, source["name"], source["key"]);
        }

        var volumes = pod.Spec["volumes"].Items.ToList();
        foreach (var source in volumes.Select(v => v[volume]).Where(IsNeeded))
            yield return new(kind, source[isSecret ? "secretName" : "name"], null);
        foreach (var source in volumes.SelectMany(v => v["projected"]["sources"].Items).Select(s => s[volume]).Where(IsNeeded))
            yield return new(kind, source["name"], null);
    }

    /// <summary>
    /// A Secret's keys are not looked at: one that is declared without values, to be filled by whoever deploys, is the way to keep values out of
    /// the manifests.
    /// </summary>
    public void Check(ManifestSet set, RuleFindings findings)
    {
        if (Name.Text is not { Length: > 0 } name)
            return;
        var ns = Name.Owner.Namespace;
        if (set.Find(Kind, ns, name) is not { } target)
            findings.Add(Name, $"there is no {Kind} '{name}' in the namespace '{ns}' among these manifests", "add it, mark the reference optional, or exempt with the reason that it is made elsewhere");
        else if (Kind == "ConfigMap" && Key?.Text is { } key && !target.Root["data"][key].Exists && !target.Root["binaryData"][key].Exists)
            findings.Add(Key, $"the ConfigMap '{name}' has no key '{Spelling.Shown(key)}'", "add the key, or name one that is there");
    }

    private static bool IsNeeded(Place source) => source.Exists && !source["optional"].IsTrue;
}

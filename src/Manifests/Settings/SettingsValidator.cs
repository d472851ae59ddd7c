namespace RegressionAnalyzer.Manifests;

/// <summary>Bounds and forms of <see cref="DeploymentSettings"/>.</summary>
internal static class SettingsValidator
{
    public static IReadOnlyList<string> Validate(DeploymentSettings settings)
    {
        var messages = new List<string>();
        var findings = new Findings("", messages);
        findings.Require(KubernetesName.IsLabel(settings.Name), settings.Name, KubernetesName.LabelRule);
        if (settings.Namespace is not null)
            findings.Require(KubernetesName.IsLabel(settings.Namespace), settings.Namespace, KubernetesName.LabelRule);
        findings.Require(SemanticVersion.IsValid(settings.Version), settings.Version, "a semantic version such as 1.2.3");
        findings.Require(
            settings.KubernetesVersion.IsKnown,
            $"{settings.KubernetesVersion}",
            $"{KubernetesVersion.Oldest} to {KubernetesVersion.Newest}",
            "settings.KubernetesVersion");
        Labels(findings, settings.Labels, "settings.Labels");
        Annotations(findings, settings.Annotations);
        findings.Require(settings.Workloads.Count > 0, settings.Workloads.Count > 0 ? "" : null, "one workload at least");
        foreach (var twice in settings.Workloads.GroupBy(w => w.Resource).Where(g => g.Count() > 1))
            findings.Add("settings.Workloads", $"names '{twice.Key}' {twice.Count()} times. Allowed: each resource once.");
        var exposed = settings.Workloads.Where(w => w.Service is { Type: ServiceType.NodePort, NodePort: not null });
        foreach (var port in exposed.GroupBy(w => w.Service.NodePort).Where(g => g.Count() > 1))
            findings.Add("settings.Workloads", $"give node port {port.Key} to {string.Join(" and ", port.Select(w => w.Resource))}. Allowed: each once.");
        foreach (var workload in settings.Workloads)
        {
            WorkloadValidator.Validate(findings.At($"Workloads[{workload.Resource}]"), workload);
            foreach (var key in workload.Service.Annotations.Keys.Where(settings.Annotations.ContainsKey))
            {
                findings.Add(
                    $"settings.Workloads[{workload.Resource}].Service.Annotations",
                    $"has '{key}', which is among Annotations. Allowed: a key in one of the two.");
            }
        }

        return messages;
    }

    /// <summary>Keys we write ourselves are not given, so that selectors always find their pods.</summary>
    private static void Labels(Findings findings, IReadOnlyDictionary<string, string> labels, string setting)
    {
        foreach (var (key, value) in labels)
        {
            findings.Require(KubernetesName.IsQualifiedKey(key), key, KubernetesName.KeyRule, setting);
            findings.Require(KubernetesName.IsLabelValue(value), value, KubernetesName.LabelValueRule, $"{setting}[{key}]");
            findings.Require(!Labelling.IsOurs(key), key, $"any key but {string.Join(", ", Labelling.OurKeys)}", setting);
        }
    }

    private static void Annotations(Findings findings, IReadOnlyDictionary<string, string> annotations)
    {
        foreach (var (key, value) in annotations)
        {
            findings.Text(value, $"settings.Annotations[{key}]");
            findings.Require(KubernetesName.IsQualifiedKey(key), key, KubernetesName.KeyRule, "settings.Annotations");
            findings.Require(!IsOurs(key), key, $"any key but {string.Join(", ", Labelling.OurAnnotations)} and {Exemptions.Prefix}…", "settings.Annotations");
        }

        var size = annotations.Sum(a => (long)System.Text.Encoding.UTF8.GetByteCount(a.Key) + System.Text.Encoding.UTF8.GetByteCount(a.Value));
        if (size > 256 * 1024)
            findings.Add("settings.Annotations", $"are {size} bytes together. Allowed: 262144.");
    }

    /// <summary>An exemption belongs on the object it is meant for, not on all of them.</summary>
    private static bool IsOurs(string annotation) =>
        Labelling.OurAnnotations.Contains(annotation) || annotation.StartsWith(Exemptions.Prefix, StringComparison.Ordinal);
}

namespace RegressionAnalyzer.Manifests;

/// <summary>Bounds and forms of <see cref="SharedVolume"/>, alone and beside each other.</summary>
internal static class VolumeValidator
{
    private const decimal SmallestSize = 1024m * 1024;
    private const decimal LargestSize = 1024m * 1024 * 1024 * 1024 * 1024;

    public static void Validate(Findings findings, WorkloadSettings workload)
    {
        foreach (var volume in workload.Volumes)
            Validate(findings.At($"Volumes[{volume.Name}]"), workload, volume);
        foreach (var twice in workload.Volumes.GroupBy(v => v.Name).Where(g => g.Count() > 1))
            findings.Add("workload.Volumes", $"name '{twice.Key}' {twice.Count()} times. Allowed: each name once.");
        foreach (var twice in workload.Volumes.GroupBy(v => v.MountPath.TrimEnd('/')).Where(g => g.Count() > 1))
            findings.Add("workload.Volumes", $"mount '{twice.Key}' {twice.Count()} times. Allowed: each path once.");
    }

    private static void Validate(Findings findings, WorkloadSettings workload, SharedVolume volume)
    {
        var claim = Naming.Claim(workload.Resource, volume.Name);
        findings.Require(
            KubernetesName.IsLabel(volume.Name) && KubernetesName.IsLabel(claim),
            volume.Name,
            $"{KubernetesName.LabelRule} with the resource's name before it");
        findings.Require(volume.Name != Naming.TemporaryVolume, volume.Name, $"any name but {Naming.TemporaryVolume}, which is the pod's own");
        findings.Require(
            IsMountPath(volume.MountPath),
            volume.MountPath,
            "an absolute path below '/', without ':', '..' or an empty part, and outside /tmp, /proc, /sys and /dev");
        findings.Require(
            Quantity.TryParse(volume.Size, out var size) && size >= SmallestSize && size <= LargestSize,
            volume.Size,
            "a quantity from 1Mi to 1Pi, such as 10Gi");
        if (volume.StorageClass is { } storageClass)
            findings.Require(KubernetesName.IsSubdomain(storageClass), storageClass, KubernetesName.SubdomainRule, "volume.StorageClass");
        if (volume.ExistingClaim is { } existing)
            findings.Require(KubernetesName.IsSubdomain(existing), existing, KubernetesName.SubdomainRule, "volume.ExistingClaim");
    }

    private static bool IsMountPath(string path)
    {
        if (path.Length < 2 || path[0] != '/' || path.Contains(':', StringComparison.Ordinal) || path.Any(char.IsControl))
            return false;
        var parts = path.TrimEnd('/')[1..].Split('/');
        return parts.All(part => part.Length > 0 && part is not (".." or ".")) && parts[0] is not ("tmp" or "proc" or "sys" or "dev");
    }
}

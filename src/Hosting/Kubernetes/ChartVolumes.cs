using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Kubernetes;

/// <summary>The mounts of a workload as the pod has them, of the environment's storage type.</summary>
internal sealed record ChartVolumes(YamlList Volumes, YamlList Mounts, IReadOnlyDictionary<string, YamlMap> Claims)
{
    public static ChartVolumes Of(ChartWorkload workload)
    {
        var volumes = new YamlList();
        var claims = new SortedDictionary<string, YamlMap>(StringComparer.Ordinal);
        foreach (var mount in workload.Mounts.DistinctBy(ChartNames.Volume))
        {
            var name = ChartNames.Volume(mount);
            volumes.Add(Volume(workload, mount, name));
            if (IsClaim(workload))
            {
                claims.Add(name, Claim(workload, name));
            }
        }

        if (workload.Mounts.GroupBy(m => m.Target).FirstOrDefault(g => g.Count() > 1) is { Key: var target })
        {
            throw new DistributedApplicationException($"'{workload.Resource.Name}' mounts two volumes at '{target}'. Give one of them another path.");
        }

        return new ChartVolumes(volumes, new YamlList(workload.Mounts.Select(Mount)), claims);
    }

    private static bool IsClaim(ChartWorkload workload) => Is(workload, "pvc");

    private static YamlMap Volume(ChartWorkload workload, ContainerMountAnnotation mount, string name)
    {
        if (IsClaim(workload))
        {
            var claim = ChartNames.Claim(workload.Resource, name);
            return new YamlMap { { "name", name }, { "persistentVolumeClaim", new YamlMap { { "claimName", claim } } } };
        }

        if (Is(workload, "hostPath"))
        {
            var path = mount.Type == ContainerMountType.BindMount ? mount.Source : mount.Target;
            return new YamlMap { { "name", name }, { "hostPath", new YamlMap { { "path", path! }, { "type", "DirectoryOrCreate" } } } };
        }

        return Is(workload, "emptyDir")
            ? new YamlMap { { "name", name }, { "emptyDir", new YamlMap() } }
            : throw new DistributedApplicationException(
                $"The storage type of '{workload.Environment.Name}' is '{workload.Environment.DefaultStorageType}'; it can be emptyDir, hostPath or pvc.");
    }

    private static YamlMap Mount(ContainerMountAnnotation mount) => new()
    {
        { "name", ChartNames.Volume(mount) },
        { "mountPath", mount.Target },
        { "readOnly", mount.IsReadOnly ? (YamlNode)true : null },
    };

    private static YamlMap Claim(ChartWorkload workload, string volume) => new()
    {
        { "apiVersion", "v1" },
        { "kind", "PersistentVolumeClaim" },
        { "metadata", workload.Metadata(ChartNames.Claim(workload.Resource, volume)) },
        {
            "spec", new YamlMap
            {
                { "storageClassName", workload.Environment.DefaultStorageClassName },
                { "accessModes", new YamlList { workload.Environment.DefaultStorageReadWritePolicy } },
                {
                    "resources", new YamlMap { { "requests", new YamlMap { { "storage", workload.Environment.DefaultStorageSize } } } }
                },
            }
        },
    };

    private static bool Is(ChartWorkload workload, string storageType) =>
        string.Equals(workload.Environment.DefaultStorageType, storageType, StringComparison.OrdinalIgnoreCase);
}

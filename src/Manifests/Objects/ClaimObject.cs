using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>The claim of a shared volume. Helm keeps it when the release goes: it holds what users uploaded.</summary>
internal static class ClaimObject
{
    public static Manifest Build(Workload workload, SharedVolume volume)
    {
        var values = workload.Volume(volume);
        var name = Naming.Claim(workload.Name, volume.Name);
        return new("pvc.yaml", new Map
        {
            { "apiVersion", "v1" },
            { "kind", "PersistentVolumeClaim" },
            { "metadata", Metadata.Of(workload, name, Keep()) },
            {
                "spec", new Map
                {
                    { "accessModes", new Sequence("ReadWriteMany").Because("all replicas share the volume") },
                    { "resources", new Map { { "requests", new Map { { "storage", values["size"].AsText($"Volumes[{volume.Name}].Size") } } } } },
                    new Entry("storageClassName", values["storageClass"].AsText($"Volumes[{volume.Name}].StorageClass"), values["storageClass"].IsSet),
                }
            },
        })
        {
            When = values["existingClaim"].IsNotSet,
        };
    }

    private static Entry Keep() =>
        new(Labelling.ResourcePolicy, new Scalar("keep").Because("Helm keeps the claim when the release goes: it holds uploads"));

    /// <summary>The name of the claim that the pods mount.</summary>
    public static Expression NameFor(Workload workload, SharedVolume volume)
    {
        var existing = workload.Volume(volume)["existingClaim"];
        var ours = Naming.Claim(workload.Name, volume.Name);
        return new Expression($"{{{{ {existing.Helm} | default \"{ours}\" | quote }}}}", values => existing.Text(values) is { Length: > 0 } name ? name : ours)
            .Because($"setting Volumes[{volume.Name}].ExistingClaim (chart value {existing.Dotted})");
    }
}

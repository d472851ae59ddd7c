using RegressionAnalyzer.Manifests.Objects;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>
/// The shared volumes by their claims, in place of the <c>emptyDir</c> the publisher writes for a mount; a temporary folder with a limit,
/// since the root file system cannot be written; other volumes of the chart as they are.
/// </summary>
internal static class Volumes
{
    private const string TemporaryPath = "/tmp";

    public static Sequence OfPod(Workload workload)
    {
        var volumes = new Sequence();
        foreach (var volume in workload.Settings.Volumes)
            volumes.Add(new Map { { "name", volume.Name }, { "persistentVolumeClaim", new Map { { "claimName", ClaimObject.NameFor(workload, volume) } } } });
        var limit = workload.Values["temporaryStorage"];
        volumes.Add(new Map
        {
            { "name", Naming.TemporaryVolume },
            { "emptyDir", new Map { { "sizeLimit", limit.AsText("Resources.LargestUploadBytes, four of them") } } },
        });
        var carried = CarriedMounts(workload).Select(m => m.Text("name")).ToHashSet();
        foreach (var volume in (workload.Raw.Pod["volumes"] as Sequence ?? []).OfType<Map>().Where(v => carried.Contains(v.Text("name"))))
            volumes.Add(volume.Because(Carried.Chart));
        return volumes;
    }

    public static Sequence OfContainer(Workload workload)
    {
        var mounts = new Sequence();
        foreach (var volume in workload.Settings.Volumes)
            mounts.Add(new Map { { "name", volume.Name }, { "mountPath", volume.MountPath } }.Because($"setting Volumes[{volume.Name}].MountPath"));
        mounts.Add(new Map { { "name", Naming.TemporaryVolume }, { "mountPath", TemporaryPath } }.Because("the root file system cannot be written"));
        foreach (var mount in CarriedMounts(workload))
            mounts.Add(mount.Because(Carried.Chart));
        return mounts;
    }

    /// <summary>Mounts of the chart at a path for which there is no volume of ours.</summary>
    private static List<Map> CarriedMounts(Workload workload)
    {
        var taken = workload.Settings.Volumes.Select(v => v.MountPath.TrimEnd('/')).Append(TemporaryPath).ToHashSet();
        var names = workload.Settings.Volumes.Select(v => v.Name).Append(Naming.TemporaryVolume).ToHashSet();
        var raw = (workload.Raw.Container["volumeMounts"] as Sequence ?? []).OfType<Map>();
        var mounts = raw.Where(m => !taken.Contains((m.Text("mountPath") ?? "").TrimEnd('/'))).ToList();
        if (mounts.Find(m => names.Contains(m.Text("name") ?? "")) is { } clash)
        {
            throw new ManifestException(
                $"{workload.Raw.File}: the volume '{clash.Text("name")}' is mounted at {clash.Text("mountPath")}, and setting Volumes has one of that name at another path. Allowed: one path for each volume.");
        }


        return mounts;
    }
}

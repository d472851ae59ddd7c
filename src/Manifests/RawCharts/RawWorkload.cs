using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.RawCharts;

/// <summary>What a raw chart says of one resource.</summary>
/// <param name="Resource">The resource's name.</param>
/// <param name="File">The file of the workload, for messages.</param>
/// <param name="Pod">The pod's specification.</param>
/// <param name="Container">The container of the resource itself.</param>
/// <param name="Config">Settings by name.</param>
/// <param name="SecretKeys">Keys of the Secret; their values are never read.</param>
internal sealed record RawWorkload(
    string Resource,
    string File,
    Map Pod,
    Map Container,
    IReadOnlyDictionary<string, string> Config,
    IReadOnlyList<string> SecretKeys)
{
    public static RawWorkload From(IGrouping<string, RawObject> objects)
    {
        RawObject? workload = null;
        var config = new Dictionary<string, string>();
        var secretKeys = new List<string>();
        foreach (var item in objects)
        {
            switch (item.Kind)
            {
                case "Deployment" or "StatefulSet":
                    workload = workload is null ? item : throw new ManifestException($"{item.File}: '{objects.Key}' has a {workload.Kind} in {workload.File} too. Allowed: one workload for each resource.");
                    break;
                case "ConfigMap":
                    foreach (var entry in item.Tree["data"] as Map ?? [])
                        config[entry.Key] = (entry.Value as Scalar)?.Text ?? throw new ManifestException($"{item.File}: '{entry.Key}' is no text. Allowed in a config map: texts.");
                    break;
                case "Secret":
                    secretKeys.AddRange(((item.Tree["stringData"] ?? item.Tree["data"]) as Map ?? []).Select(e => e.Key));
                    break;
                case "Service" or "PersistentVolume" or "PersistentVolumeClaim":
                    break; // made anew from the settings
                default:
                    throw new ManifestException($"{item.File}: {item.Kind} '{item.Name}' is of a kind that is not known here. Known: Deployment, StatefulSet, ConfigMap, Secret, Service, PersistentVolume, PersistentVolumeClaim.");
            }
        }

        if (workload is null)
            throw new ManifestException($"{RawChart.TemplatesFolder}/{objects.Key}: there is no workload. Needed: a Deployment or a StatefulSet.");
        var pod = workload.Tree.Find("spec", "template", "spec") as Map;
        var containers = pod?["containers"] as Sequence ?? [];
        var container = containers.OfType<Map>().FirstOrDefault(c => c.Text("name") == objects.Key) ?? containers.OfType<Map>().FirstOrDefault();
        if (pod is null || container is null)
            throw new ManifestException($"{workload.File}: {workload.Kind} '{workload.Name}' has no container. Needed: spec.template.spec.containers.");
        return new(objects.Key, workload.File, pod, container, config, secretKeys);
    }
}

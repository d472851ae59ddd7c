using RegressionAnalyzer.Manifests.Objects;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Charts;

/// <summary>The values of the chart, in the order in which a reader looks for them.</summary>
internal static class ValueCatalog
{
    public static IReadOnlyList<ChartValue> Of(DeploymentSettings settings, IEnumerable<Workload> workloads) =>
        [.. workloads.SelectMany(OfWorkload), .. OfAll(settings)];

    private static IEnumerable<ChartValue> OfWorkload(Workload workload) =>
        [.. Image(workload), .. Scaling(workload), .. Storage(workload), .. Access(workload), .. Configuration(workload), .. Placement(workload)];

    private static IEnumerable<ChartValue> Image(Workload workload)
    {
        var image = workload.Settings.Image;
        var path = workload.Values["image"];
        yield return new(path["registry"], image.Registry, "Host of the registry, with port where needed. Empty: the container runtime's default.", Schemas.Text());
        yield return new(path["repository"], image.Repository, "Name of the image in the registry.", Schemas.Text("^[a-z0-9]+([._/-]+[a-z0-9]+)*$"));
        yield return new(path["tag"], image.Tag, "Version of the image; 'latest' is refused, for a rollback could not name what ran before.", TagSchema());
        yield return new(path["pullPolicy"], image.PullPolicy.ToString(), "When the node asks the registry: IfNotPresent, Always or Never.", Schemas.Choice<ImagePullPolicy>());
        yield return new(
            workload.Values["imagePullSecrets"],
            new Sequence(image.PullSecrets.Select(name => (Node)new Map { { "name", name } })),
            "Secrets for the registry, each as `name: <secret>`.",
            Schemas.List(Schemas.Object(new Map { { "name", Schemas.Text() } })));
    }

    private static Map TagSchema()
    {
        var schema = Schemas.Text("^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$");
        schema.Add("not", new Map { { "const", "latest" } });
        return schema;
    }

    private static IEnumerable<ChartValue> Scaling(Workload workload)
    {
        var autoscaling = workload.Values["autoscaling"];
        var bounds = workload.Settings.Autoscaling;
        yield return new(autoscaling["minReplicas"], bounds.MinReplicas, "Replicas there are at least.", Schemas.Number(1, 1000));
        yield return new(autoscaling["maxReplicas"], bounds.MaxReplicas, "Replicas there are at most.", Schemas.Number(1, 1000));
        yield return new(autoscaling["targetCPUUtilizationPercentage"], bounds.TargetCpuPercent, "Average CPU use aimed at, in percent of the request.", Schemas.Number(1, 100));
        var resources = workload.Settings.Resources;
        yield return new(
            workload.Values["resources"]["requests"],
            Quantities(("cpu", resources.CpuRequest, "CpuRequest"), ("memory", resources.MemoryRequest, "MemoryRequest"), ("ephemeral-storage", resources.EphemeralRequest, "LargestUploadBytes")),
            "What a pod is sure to get.",
            Schemas.Quantities());
        yield return new(
            workload.Values["resources"]["limits"],
            Quantities(("cpu", resources.CpuLimit, "CpuLimit"), ("memory", resources.MemoryLimit, "MemoryLimit"), ("ephemeral-storage", resources.EphemeralLimit, "LargestUploadBytes")),
            "What a pod may use at most.",
            Schemas.Quantities());
        var rollout = workload.Values["rollout"];
        var times = workload.Settings.Rollout;
        yield return new(rollout["minReadySeconds"], times.MinReadySeconds, "How long a new pod must have been ready before the next old one goes.", Schemas.Number(0, 300));
        yield return new(rollout["preStopSleepSeconds"], times.PreStopSleepSeconds, "How long a stopping pod goes on serving, so that every proxy has forgotten it.", Schemas.Number(1, 3600));
        yield return new(rollout["hostShutdownSeconds"], times.HostShutdownSeconds, "How long the service may take to finish its work after that.", Schemas.Number(1, 3600));
    }

    private static IEnumerable<ChartValue> Storage(Workload workload)
    {
        foreach (var volume in workload.Settings.Volumes)
        {
            var path = workload.Volume(volume);
            yield return new(path["size"], volume.Size, $"Size of the volume at {volume.MountPath}.", Schemas.Quantity());
            yield return new(path["storageClass"], volume.StorageClass ?? "", "Storage class, one that can provision ReadWriteMany. Empty: the cluster's default.", Schemas.NameOrNothing());
            yield return new(path["existingClaim"], volume.ExistingClaim ?? "", "A claim that is there already, taken in place of one of ours.", Schemas.NameOrNothing());
        }

        yield return new(
            workload.Values["temporaryStorage"],
            workload.Settings.Resources.TemporarySize,
            "Size of /tmp: four of the largest uploads at once.",
            Schemas.Quantity());
    }

    private static IEnumerable<ChartValue> Access(Workload workload)
    {
        var service = workload.Values["service"];
        var settings = workload.Settings.Service;
        yield return new(service["type"], settings.Type.ToString(), "NodePort, LoadBalancer or ClusterIP.", Schemas.Choice<ServiceType>());
        yield return new(service["port"], settings.Port, "Port of the Service.", Schemas.Number(1, 65535));
        yield return new(service["nodePort"], settings.NodePort ?? 0, "Port on every node, for NodePort: 30000 to 32767. 0: the cluster chooses.", NodePortSchema());
        yield return new(service["annotations"], Texts(settings.Annotations), "Annotations of the Service, such as those of a cloud's load balancer.", Schemas.Texts());
        var policy = workload.Values["networkPolicy"];
        yield return new(policy["enabled"], true, "Whether connections are limited: in to the service's port, out to DNS and the ports below.", Schemas.Truth());
        yield return new(
            policy["egressPorts"],
            new Sequence(workload.Settings.EgressPorts.Select(port => (Node)port)),
            "TCP ports that pods may connect to.",
            Schemas.List(Schemas.Number(1, 65535)));
    }

    private static Map NodePortSchema() => new() { { "anyOf", new Sequence(new Map { { "const", 0 } }, Schemas.Number(30000, 32767)) } };

    private static IEnumerable<ChartValue> Configuration(Workload workload)
    {
        yield return new(workload.Values["config"], workload.Config, "Settings of the service, each a text; more may be added.", Schemas.Texts());
        if (workload.SecretKeys.Count > 0)
        {
            yield return new(
                SecretObject.Existing(workload),
                "",
                $"A Secret that is there already, with {string.Join(", ", workload.SecretKeys.Select(k => k.Name))}; none of them is required. Empty: {Naming.Secrets(workload.Name)}, without values.",
                Schemas.NameOrNothing());
        }
    }

    private static IEnumerable<ChartValue> Placement(Workload workload)
    {
        yield return new(workload.Values["nodeSelector"], Texts(workload.Settings.NodeSelector), "Labels that a node must have.", Schemas.Labels());
        yield return new(workload.Values["tolerations"], new Sequence(workload.Settings.Tolerations.Select(Toleration)), "Taints that the pods tolerate.", Schemas.Objects());
    }

    private static IEnumerable<ChartValue> OfAll(DeploymentSettings settings)
    {
        yield return new(NamespaceObject.Create, false, "Whether the chart makes its namespace. Helm needs the namespace before that: `--create-namespace` is the usual way.", Schemas.Truth());
        yield return new(new("commonLabels"), Texts(settings.Labels), "Labels added to every object and to the pods.", Schemas.Labels(Labelling.OurKeys));
        yield return new(new("commonAnnotations"), Texts(settings.Annotations), "Annotations added to every object and to the pods.", Schemas.Texts(forbidden: Labelling.OurAnnotations));
    }

    private static Node Toleration(Toleration toleration) => new Map
    {
        { "key", toleration.Key },
        { "operator", toleration.Value is null ? "Exists" : "Equal" },
        { "value", toleration.Value },
        { "effect", toleration.Effect },
    };

    private static Map Quantities(params IEnumerable<(string Name, string Size, string Setting)> quantities)
    {
        var map = new Map();
        foreach (var (name, size, setting) in quantities)
            map.Add(name, new Scalar(size).Because($"setting Resources.{setting} (chart value resources)"));
        return map;
    }

    private static Map Texts(IReadOnlyDictionary<string, string> texts)
    {
        var map = new Map();
        foreach (var (key, value) in texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            map.Add(key, value);
        return map;
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Reading;

/// <summary>The pods an object makes: itself, or the template in it.</summary>
internal sealed class PodTemplate
{
    private readonly Lazy<IReadOnlyList<ContainerPlace>> _all;

    private PodTemplate(Place template)
    {
        Metadata = template["metadata"];
        Spec = template["spec"];
        Labels = Metadata["labels"].Texts;
        _all = new(() =>
        [
            .. Spec["containers"].Items.Select(c => new ContainerPlace(c, this, IsInit: false)),
            .. Spec["initContainers"].Items.Select(c => new ContainerPlace(c, this, IsInit: c["restartPolicy"].Text != "Always")),
            .. Spec["ephemeralContainers"].Items.Select(c => new ContainerPlace(c, this, IsInit: true)),
        ]);
    }

    public Place Metadata { get; }

    public Place Spec { get; }

    public IReadOnlyDictionary<string, string> Labels { get; }

    public KubernetesObject Owner => Spec.Owner;

    /// <summary>All containers, init and ephemeral ones included.</summary>
    public IReadOnlyList<ContainerPlace> AllContainers => _all.Value;

    /// <summary>Those that run while the pod does: the ordinary ones and sidecars.</summary>
    public IEnumerable<ContainerPlace> Containers => AllContainers.Where(c => !c.IsInit);

    public bool IsWindows => Spec["os"]["name"].Text == "windows";

    /// <summary>Runs to an end rather than for ever.</summary>
    public bool IsBatch => Owner.Kind is "Job" or "CronJob";

    public static PodTemplate? Of(KubernetesObject owner) => owner.Kind switch
    {
        "Pod" => new(owner.Root),
        "Deployment" or "ReplicaSet" or "ReplicationController" or "StatefulSet" or "DaemonSet" or "Job" => new(owner.Spec["template"]),
        "CronJob" => new(owner.Spec["jobTemplate"]["spec"]["template"]),
        "PodTemplate" => new(owner.Root["template"]),
        _ => null,
    };
}

/// <summary>A container of a pod.</summary>
/// <param name="IsInit">It ends before the pod serves (or is only there for a debugger), so probes and the like mean nothing to it.</param>
internal sealed record ContainerPlace(Place Place, PodTemplate Pod, bool IsInit)
{
    public string Name => Place["name"].Text is { Length: > 0 } name ? name : Place.Step;

    public Place Security => Place["securityContext"];

    public Place this[string field] => Place[field];

    /// <summary>A field of the security context that the pod's is the default for.</summary>
    public Place SecurityOrPods(string field) => Security[field].Exists || !Pod.Spec["securityContext"][field].Exists ? Security[field] : Pod.Spec["securityContext"][field];
}

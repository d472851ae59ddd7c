namespace RegressionAnalyzer.Manifests.Verification.Reading;

/// <summary>All objects that are verified together, and what was wrong with reading them.</summary>
internal sealed class ManifestSet
{
    private readonly ILookup<(string Kind, string Namespace, string Name), KubernetesObject> _byName;
    private readonly ILookup<(string Kind, string Namespace), KubernetesObject> _byNamespace;

    public ManifestSet(IReadOnlyList<KubernetesObject> objects, IReadOnlyList<ReadingProblem> problems, KubernetesVersion target)
    {
        (Objects, Problems, Target) = (objects, problems, target);
        _byName = objects.ToLookup(o => (o.Kind, o.Namespace, o.Name));
        _byNamespace = objects.ToLookup(o => (o.Kind, o.Namespace));
        Pods = [.. objects.Select(o => o.Pod).OfType<PodTemplate>()];
    }

    public IReadOnlyList<KubernetesObject> Objects { get; }

    public IReadOnlyList<ReadingProblem> Problems { get; }

    public KubernetesVersion Target { get; }

    public IReadOnlyList<PodTemplate> Pods { get; }

    public IEnumerable<KubernetesObject> OfKind(string kind) => Objects.Where(o => o.Kind == kind);

    public IEnumerable<KubernetesObject> OfKind(string kind, string ns) => _byNamespace[(kind, ns)];

    public KubernetesObject? Find(string kind, string ns, string name) => _byName[(kind, ns, name)].FirstOrDefault();

    /// <summary>The pods of a namespace that a label selector takes.</summary>
    public IEnumerable<PodTemplate> Select(LabelSelector selector, string ns) => Pods.Where(p => p.Owner.Namespace == ns && selector.Matches(p.Labels));

    /// <summary>The objects of a kind in the pod's namespace whose selector takes it.</summary>
    public IEnumerable<KubernetesObject> Selecting(PodTemplate pod, string kind, Func<KubernetesObject, LabelSelector> selector) =>
        OfKind(kind, pod.Owner.Namespace).Where(o => selector(o).Matches(pod.Labels));

    public KubernetesObject? AutoscalerOf(KubernetesObject workload) => OfKind("HorizontalPodAutoscaler", workload.Namespace)
        .FirstOrDefault(hpa => hpa.Spec["scaleTargetRef"]["kind"].Text == workload.Kind && hpa.Spec["scaleTargetRef"]["name"].Text == workload.Name);

    /// <summary>How many pods a workload has at least: what its autoscaler says, or itself, or one.</summary>
    public long LeastReplicas(KubernetesObject workload) =>
        AutoscalerOf(workload) is { } hpa ? hpa.Spec["minReplicas"].Number ?? 1 : workload.Spec["replicas"].Number ?? 1;
}

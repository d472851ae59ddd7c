using k8s;
using k8s.Models;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>The plain manifests, read back strictly by the Kubernetes client's types: a field they do not know fails.</summary>
internal sealed class Published(IReadOnlyList<PublishedFile> files)
{
    public static Published From(DeploymentSettings? settings = null, string source = "local") =>
        new(ManifestFinisher.Render(Sample.Chart(source), settings ?? Sample.Settings));

    public IReadOnlyList<PublishedFile> Files => files;

    public V1Namespace Namespace => One<V1Namespace>("namespace");

    public V1ServiceAccount ServiceAccount => One<V1ServiceAccount>("serviceaccount");

    public V1Secret Secret => One<V1Secret>("secrets");

    public V1ConfigMap ConfigMap => One<V1ConfigMap>("configmap");

    public V1Deployment Deployment => One<V1Deployment>("deployment");

    public V1Service Service => One<V1Service>("service");

    public V2HorizontalPodAutoscaler Autoscaler => One<V2HorizontalPodAutoscaler>("hpa");

    public V1PodDisruptionBudget DisruptionBudget => One<V1PodDisruptionBudget>("pdb");

    public V1NetworkPolicy NetworkPolicy => One<V1NetworkPolicy>("networkpolicy");

    public IReadOnlyList<V1PersistentVolumeClaim> Claims => All<V1PersistentVolumeClaim>("pvc");

    public V1PodSpec Pod => Deployment.Spec.Template.Spec;

    public V1Container Container => Assert.Single(Pod.Containers);

    public string Text(string path) => files.Single(f => f.Path == path).Content;

    public bool Has(string path) => files.Any(f => f.Path == path);

    private T One<T>(string file) => Assert.Single(All<T>(file));

    private List<T> All<T>(string file) => Text($"k8s/{file}.yaml").Split("\n---\n").Select(text => KubernetesYaml.Deserialize<T>(text, strict: true)).ToList();
}

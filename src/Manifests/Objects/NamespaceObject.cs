using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>
/// The namespace, in which Pod Security "restricted" is enforced. The chart has it only on demand: Helm stores its release in the namespace
/// before it creates objects, so a chart cannot bring the one it is installed in.
/// </summary>
internal static class NamespaceObject
{
    private const string Restricted = "restricted";

    public static readonly ValuePath Create = new("namespace.create");

    public static Manifest Build(DeploymentSettings settings) => new("namespace.yaml", new Map
    {
        { "apiVersion", "v1" },
        { "kind", "Namespace" },
        {
            "metadata", new Map
            {
                { "name", Metadata.Namespace(settings) },
                {
                    "labels", new Map
                    {
                        { Labelling.PartOf, settings.Name },
                        { "pod-security.kubernetes.io/enforce", Restricted },
                        { "pod-security.kubernetes.io/audit", Restricted },
                        { "pod-security.kubernetes.io/warn", Restricted },
                        new Spread(new("commonLabels")),
                    }.Because("Pod Security Standards: the cluster holds every pod here to 'restricted'")
                },
                { "annotations", Metadata.Annotations() },
            }
        },
    })
    {
        When = Create.IsSet,
    };
}

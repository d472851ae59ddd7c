using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>
/// The HorizontalPodAutoscaler, which alone decides the number of replicas. Up without delay, to at most twice as many or two more every
/// 15 seconds; down one pod a minute once five minutes wanted fewer, so that a pause in the load drops no warm replica.
/// </summary>
internal static class AutoscalerObject
{
    private const string ScaleReason = "up fast, down slowly, so that a pause in the load drops no warm replica";

    public static Manifest Build(Workload workload)
    {
        var autoscaling = workload.Values["autoscaling"];
        return new("hpa.yaml", new Map
        {
            { "apiVersion", "autoscaling/v2" },
            { "kind", "HorizontalPodAutoscaler" },
            { "metadata", Metadata.Of(workload, workload.Name, [OneReplica(autoscaling), FixedNumber(autoscaling)]) },
            {
                "spec", new Map
                {
                    { "scaleTargetRef", new Map { { "apiVersion", "apps/v1" }, { "kind", "Deployment" }, { "name", workload.Name } } },
                    { "minReplicas", autoscaling["minReplicas"].AsNumber("Autoscaling.MinReplicas") },
                    { "maxReplicas", autoscaling["maxReplicas"].AsNumber("Autoscaling.MaxReplicas") },
                    { "metrics", new Sequence(CpuMetric(autoscaling["targetCPUUtilizationPercentage"])) },
                    { "behavior", Behavior() },
                }
            },
        })
        {
            Refusal = LeastAboveMost(autoscaling["minReplicas"], autoscaling["maxReplicas"]),
        };
    }

    private static Refusal LeastAboveMost(ValuePath least, ValuePath most) => new(
        $"gt (int {least.Helm}) (int {most.Helm})",
        $"printf \"{least.Dotted} is %d, more than maxReplicas, %d\" (int {least.Helm}) (int {most.Helm})");

    private static Entry OneReplica(ValuePath autoscaling) =>
        Exemptions.Annotation("hpaMinAvailability", "one replica is asked for, and that it is away while its node is drained") with
        {
            When = new($"lt (int {autoscaling["minReplicas"].Helm}) 2", values => autoscaling["minReplicas"].Number(values) < 2),
        };

    private static Entry FixedNumber(ValuePath autoscaling) =>
        Exemptions.Annotation("hpaMaxAvailability", "a number of replicas that never changes is asked for") with
        {
            When = new(
                $"eq (int {autoscaling["minReplicas"].Helm}) (int {autoscaling["maxReplicas"].Helm})",
                values => autoscaling["minReplicas"].Number(values) == autoscaling["maxReplicas"].Number(values)),
        };

    private static Map CpuMetric(ValuePath target) => new()
    {
        { "type", "Resource" },
        {
            "resource", new Map
            {
                { "name", "cpu" },
                { "target", new Map { { "type", "Utilization" }, { "averageUtilization", target.AsNumber("Autoscaling.TargetCpuPercent") } } },
            }
        },
    };

    private static Map Behavior() => new Map
    {
        {
            "scaleUp", new Map
            {
                { "stabilizationWindowSeconds", 0 },
                { "selectPolicy", "Max" },
                { "policies", new Sequence(Policy("Percent", 100, 15), Policy("Pods", 2, 15)) },
            }
        },
        {
            "scaleDown", new Map
            {
                { "stabilizationWindowSeconds", 300 },
                { "selectPolicy", "Max" },
                { "policies", new Sequence(Policy("Pods", 1, 60)) },
            }
        },
    }.Because(ScaleReason);

    private static Map Policy(string type, long value, long seconds) => new() { { "type", type }, { "value", value }, { "periodSeconds", seconds } };
}

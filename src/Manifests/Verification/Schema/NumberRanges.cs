using System.Globalization;

namespace RegressionAnalyzer.Manifests.Verification.Schema;

/// <summary>Bounds of a number.</summary>
internal sealed record Bounds(long From, long To)
{
    public override string ToString() => To == long.MaxValue || To == int.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"of {From} or more")
        : string.Create(CultureInfo.InvariantCulture, $"from {From} to {To}");
}

/// <summary>Fields with bounds. Source: the validation of k8s.io/kubernetes.</summary>
internal static class NumberRanges
{
    private static readonly Bounds Port = new(1, 65535);
    private static readonly Bounds Positive = new(1, int.MaxValue);
    private static readonly Bounds NotNegative = new(0, long.MaxValue);

    private static readonly Dictionary<string, Bounds> ByField = new()
    {
        ["V1ContainerPort.containerPort"] = Port,
        ["V1ContainerPort.hostPort"] = Port,
        ["V1ServicePort.port"] = Port,
        ["V1ServicePort.targetPort"] = Port,
        ["V1ServicePort.nodePort"] = new(30000, 32767),
        ["V1NetworkPolicyPort.port"] = Port,
        ["V1NetworkPolicyPort.endPort"] = Port,
        ["V1HTTPGetAction.port"] = Port,
        ["V1TCPSocketAction.port"] = Port,
        ["V1GRPCAction.port"] = Port,
        ["V1ServiceBackendPort.number"] = Port,
        ["V1Probe.initialDelaySeconds"] = NotNegative,
        ["V1Probe.periodSeconds"] = Positive,
        ["V1Probe.timeoutSeconds"] = Positive,
        ["V1Probe.failureThreshold"] = Positive,
        ["V1Probe.successThreshold"] = Positive,
        ["V1Probe.terminationGracePeriodSeconds"] = Positive,
        ["V1PodSpec.terminationGracePeriodSeconds"] = NotNegative,
        ["V1PodSpec.activeDeadlineSeconds"] = Positive,
        ["V1SleepAction.seconds"] = NotNegative,
        ["V1DeploymentSpec.replicas"] = NotNegative,
        ["V1DeploymentSpec.minReadySeconds"] = NotNegative,
        ["V1DeploymentSpec.revisionHistoryLimit"] = NotNegative,
        ["V1DeploymentSpec.progressDeadlineSeconds"] = NotNegative,
        ["V1StatefulSetSpec.replicas"] = NotNegative,
        ["V1RollingUpdateDeployment.maxSurge"] = NotNegative,
        ["V1RollingUpdateDeployment.maxUnavailable"] = NotNegative,
        ["V1PodDisruptionBudgetSpec.maxUnavailable"] = NotNegative,
        ["V1PodDisruptionBudgetSpec.minAvailable"] = NotNegative,
        ["V1TopologySpreadConstraint.maxSkew"] = Positive,
        ["V1TopologySpreadConstraint.minDomains"] = Positive,
        ["V1WeightedPodAffinityTerm.weight"] = new(1, 100),
        ["V1PreferredSchedulingTerm.weight"] = new(1, 100),
        ["V2HorizontalPodAutoscalerSpec.minReplicas"] = Positive,
        ["V2HorizontalPodAutoscalerSpec.maxReplicas"] = Positive,
        ["V2MetricTarget.averageUtilization"] = Positive,
        ["V2HPAScalingRules.stabilizationWindowSeconds"] = new(0, 3600),
        ["V2HPAScalingPolicy.periodSeconds"] = new(1, 1800),
        ["V2HPAScalingPolicy.value"] = Positive,
        ["V1JobSpec.backoffLimit"] = NotNegative,
        ["V1JobSpec.completions"] = NotNegative,
        ["V1JobSpec.parallelism"] = NotNegative,
        ["V1JobSpec.activeDeadlineSeconds"] = NotNegative,
        ["V1JobSpec.ttlSecondsAfterFinished"] = NotNegative,
        ["V1CronJobSpec.startingDeadlineSeconds"] = NotNegative,
        ["V1CronJobSpec.successfulJobsHistoryLimit"] = NotNegative,
        ["V1CronJobSpec.failedJobsHistoryLimit"] = NotNegative,
        ["V1ClientIPConfig.timeoutSeconds"] = new(1, 86400),
        ["V1SecurityContext.runAsUser"] = new(0, int.MaxValue),
        ["V1SecurityContext.runAsGroup"] = new(0, int.MaxValue),
        ["V1PodSecurityContext.runAsUser"] = new(0, int.MaxValue),
        ["V1PodSecurityContext.runAsGroup"] = new(0, int.MaxValue),
        ["V1PodSecurityContext.fsGroup"] = new(0, int.MaxValue),
        ["V1PriorityClass.value"] = new(int.MinValue, 1_000_000_000),
        ["V1ServiceAccountTokenProjection.expirationSeconds"] = new(600, 4_294_967_296),
    };

    public static Bounds? Of(TypedPlace field) => ByField.GetValueOrDefault(field.Field);
}

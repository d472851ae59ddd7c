namespace RegressionAnalyzer.Manifests.Verification.Schema;

/// <summary>Fields with a closed choice of values. Source: the Kubernetes API reference and the validation of k8s.io/kubernetes.</summary>
internal static class Enumerations
{
    private static readonly string[] Protocols = ["TCP", "UDP", "SCTP"];
    private static readonly string[] TrafficPolicies = ["Cluster", "Local"];
    private static readonly string[] UpdateStrategies = ["RollingUpdate", "OnDelete"];
    private static readonly string[] InclusionPolicies = ["Honor", "Ignore"];

    private static readonly Dictionary<string, string[]> ByField = new()
    {
        ["V1Container.imagePullPolicy"] = ["Always", "IfNotPresent", "Never"],
        ["V1Container.terminationMessagePolicy"] = ["File", "FallbackToLogsOnError"],
        ["V1ContainerPort.protocol"] = Protocols,
        ["V1HTTPGetAction.scheme"] = ["HTTP", "HTTPS"],
        ["V1VolumeMount.mountPropagation"] = ["None", "HostToContainer", "Bidirectional"],
        ["V1VolumeMount.recursiveReadOnly"] = ["Disabled", "IfPossible", "Enabled"],
        ["V1PodSpec.restartPolicy"] = ["Always", "OnFailure", "Never"],
        ["V1PodSpec.dnsPolicy"] = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
        ["V1PodSpec.preemptionPolicy"] = ["PreemptLowerPriority", "Never"],
        ["V1PodOS.name"] = ["linux", "windows"],
        ["V1PodSecurityContext.fsGroupChangePolicy"] = ["OnRootMismatch", "Always"],
        ["V1PodSecurityContext.supplementalGroupsPolicy"] = ["Merge", "Strict"],
        ["V1SecurityContext.procMount"] = ["Default", "Unmasked"],
        ["V1SeccompProfile.type"] = ["RuntimeDefault", "Localhost", "Unconfined"],
        ["V1AppArmorProfile.type"] = ["RuntimeDefault", "Localhost", "Unconfined"],
        ["V1HostPathVolumeSource.type"] = ["", "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice"],
        ["V1Toleration.operator"] = ["Exists", "Equal"],
        ["V1Toleration.effect"] = ["NoSchedule", "PreferNoSchedule", "NoExecute"],
        ["V1TopologySpreadConstraint.whenUnsatisfiable"] = ["DoNotSchedule", "ScheduleAnyway"],
        ["V1TopologySpreadConstraint.nodeAffinityPolicy"] = InclusionPolicies,
        ["V1TopologySpreadConstraint.nodeTaintsPolicy"] = InclusionPolicies,
        ["V1LabelSelectorRequirement.operator"] = ["In", "NotIn", "Exists", "DoesNotExist"],
        ["V1NodeSelectorRequirement.operator"] = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"],
        ["V1DeploymentStrategy.type"] = ["RollingUpdate", "Recreate"],
        ["V1StatefulSetUpdateStrategy.type"] = UpdateStrategies,
        ["V1DaemonSetUpdateStrategy.type"] = UpdateStrategies,
        ["V1StatefulSetSpec.podManagementPolicy"] = ["OrderedReady", "Parallel"],
        ["V1CronJobSpec.concurrencyPolicy"] = ["Allow", "Forbid", "Replace"],
        ["V1JobSpec.completionMode"] = ["NonIndexed", "Indexed"],
        ["V1JobSpec.podReplacementPolicy"] = ["TerminatingOrFailed", "Failed"],
        ["V1ServiceSpec.type"] = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"],
        ["V1ServiceSpec.sessionAffinity"] = ["ClientIP", "None"],
        ["V1ServiceSpec.externalTrafficPolicy"] = TrafficPolicies,
        ["V1ServiceSpec.internalTrafficPolicy"] = TrafficPolicies,
        ["V1ServiceSpec.ipFamilyPolicy"] = ["SingleStack", "PreferDualStack", "RequireDualStack"],
        ["V1ServiceSpec.ipFamilies"] = ["IPv4", "IPv6"],
        ["V1ServiceSpec.trafficDistribution"] = ["PreferClose", "PreferSameZone", "PreferSameNode"],
        ["V1ServicePort.protocol"] = Protocols,
        ["V1NetworkPolicyPort.protocol"] = Protocols,
        ["V1NetworkPolicySpec.policyTypes"] = ["Ingress", "Egress"],
        ["V1HTTPIngressPath.pathType"] = ["Exact", "Prefix", "ImplementationSpecific"],
        ["V1PersistentVolumeClaimSpec.accessModes"] = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"],
        ["V1PersistentVolumeClaimSpec.volumeMode"] = ["Filesystem", "Block"],
        ["V1PersistentVolumeSpec.accessModes"] = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"],
        ["V1PersistentVolumeSpec.persistentVolumeReclaimPolicy"] = ["Retain", "Delete", "Recycle"],
        ["V1StorageClass.reclaimPolicy"] = ["Retain", "Delete"],
        ["V1StorageClass.volumeBindingMode"] = ["Immediate", "WaitForFirstConsumer"],
        ["V1PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy"] = ["IfHealthyBudget", "AlwaysAllow"],
        ["V2MetricSpec.type"] = ["Resource", "ContainerResource", "Pods", "Object", "External"],
        ["V2MetricTarget.type"] = ["Utilization", "Value", "AverageValue"],
        ["V2HPAScalingRules.selectPolicy"] = ["Max", "Min", "Disabled"],
        ["V2HPAScalingPolicy.type"] = ["Pods", "Percent"],
        ["RbacV1Subject.kind"] = ["ServiceAccount", "User", "Group"],
        ["V1RoleRef.kind"] = ["Role", "ClusterRole"],
    };

    public static IReadOnlyList<string>? Of(string field) => ByField.GetValueOrDefault(field);
}

namespace RegressionAnalyzer.Manifests.Verification.Schema;

/// <summary>
/// Fields that releases from 1.31 on have and older ones have not, with the release where they are on without a feature gate.
/// Source: kubernetes.io, "Feature Gates"; k8s.io/kubernetes, pkg/features. What is in alpha is not on in any release.
/// </summary>
internal static class FieldHistory
{
    /// <summary>In no release up to the newest known one is it on by default.</summary>
    private const int NotYet = 99;

    private static readonly Dictionary<string, int> Since = new()
    {
        ["V1PodAffinityTerm.matchLabelKeys"] = 31,
        ["V1PodAffinityTerm.mismatchLabelKeys"] = 31,
        ["V1ServiceSpec.trafficDistribution"] = 31,
        ["V1VolumeMount.recursiveReadOnly"] = 31,
        ["V1JobSpec.successPolicy"] = 31,
        ["V1CustomResourceDefinitionVersion.selectableFields"] = 31,
        ["V1JobSpec.managedBy"] = 32,
        ["V1PodSecurityContext.supplementalGroupsPolicy"] = 33,
        ["V1PodSecurityContext.seLinuxChangePolicy"] = 33,
        ["V1PodSpec.hostUsers"] = 33,
        ["V1SecurityContext.procMount"] = 33,
        ["V1Container.resizePolicy"] = 33,
        ["V1PodSpec.resources"] = 34,
        ["V1PodSpec.resourceClaims"] = 34,
        ["V1ResourceRequirements.claims"] = 34,
        ["V1PersistentVolumeClaimSpec.volumeAttributesClassName"] = 34,
        ["V1Volume.image"] = 35,
        ["V1EnvVarSource.fileKeyRef"] = 35,
        ["V1PodSpec.hostnameOverride"] = 35,
        ["V1Container.restartPolicyRules"] = 35,
        ["V2HPAScalingRules.tolerance"] = 35,
        ["V1RollingUpdateStatefulSetStrategy.maxUnavailable"] = 35,
        ["V1Lifecycle.stopSignal"] = NotYet,
        ["V1PodSpec.workloadRef"] = NotYet,
    };

    /// <summary>The minor release in which the field is on by default first; null where that is 1.30 or older.</summary>
    public static int? IntroductionOf(TypedPlace field)
    {
        if (Since.TryGetValue(field.Field, out var minor) && !IsItem(field))
            return minor == NotYet ? KubernetesVersion.Newest.Minor + 1 : minor;
        return field.Field switch
        {
            "V1SleepAction.seconds" when field.Place.Number == 0 => 33,
            "V1ServiceSpec.trafficDistribution" when field.Place.Text is "PreferSameZone" or "PreferSameNode" => 34,
            _ => null,
        };
    }

    private static bool IsItem(TypedPlace field) => field.Place.Step.StartsWith('[') && !field.Place.Step.StartsWith("['", StringComparison.Ordinal);
}

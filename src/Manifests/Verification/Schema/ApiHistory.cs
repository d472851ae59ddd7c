namespace RegressionAnalyzer.Manifests.Verification.Schema;

/// <summary>When API versions came and went. Source: kubernetes.io, "Deprecated API Migration Guide", and the release notes of 1.30 to 1.36.</summary>
internal static class ApiHistory
{
    private static readonly (string Api, string[] Kinds, int Minor, string Instead)[] Removals =
    [
        ("extensions/v1beta1", ["Deployment", "DaemonSet", "ReplicaSet"], 16, "apps/v1"),
        ("extensions/v1beta1", ["NetworkPolicy"], 16, "networking.k8s.io/v1"),
        ("extensions/v1beta1", ["PodSecurityPolicy"], 16, "nothing; use Pod Security Standards"),
        ("extensions/v1beta1", ["Ingress"], 22, "networking.k8s.io/v1"),
        ("apps/v1beta1", [], 16, "apps/v1"),
        ("apps/v1beta2", [], 16, "apps/v1"),
        ("admissionregistration.k8s.io/v1beta1", ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"], 22, "admissionregistration.k8s.io/v1"),
        ("apiextensions.k8s.io/v1beta1", [], 22, "apiextensions.k8s.io/v1"),
        ("apiregistration.k8s.io/v1beta1", [], 22, "apiregistration.k8s.io/v1"),
        ("authentication.k8s.io/v1beta1", ["TokenReview"], 22, "authentication.k8s.io/v1"),
        ("authorization.k8s.io/v1beta1", [], 22, "authorization.k8s.io/v1"),
        ("certificates.k8s.io/v1beta1", ["CertificateSigningRequest"], 22, "certificates.k8s.io/v1"),
        ("coordination.k8s.io/v1beta1", ["Lease"], 22, "coordination.k8s.io/v1"),
        ("networking.k8s.io/v1beta1", ["Ingress", "IngressClass"], 22, "networking.k8s.io/v1"),
        ("rbac.authorization.k8s.io/v1beta1", [], 22, "rbac.authorization.k8s.io/v1"),
        ("scheduling.k8s.io/v1beta1", ["PriorityClass"], 22, "scheduling.k8s.io/v1"),
        ("storage.k8s.io/v1beta1", ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"], 22, "storage.k8s.io/v1"),
        ("batch/v1beta1", ["CronJob"], 25, "batch/v1"),
        ("discovery.k8s.io/v1beta1", [], 25, "discovery.k8s.io/v1"),
        ("events.k8s.io/v1beta1", [], 25, "events.k8s.io/v1"),
        ("autoscaling/v2beta1", [], 25, "autoscaling/v2"),
        ("policy/v1beta1", ["PodDisruptionBudget"], 25, "policy/v1"),
        ("policy/v1beta1", ["PodSecurityPolicy"], 25, "nothing; use Pod Security Standards"),
        ("node.k8s.io/v1beta1", [], 25, "node.k8s.io/v1"),
        ("autoscaling/v2beta2", [], 26, "autoscaling/v2"),
        ("flowcontrol.apiserver.k8s.io/v1beta1", [], 26, "flowcontrol.apiserver.k8s.io/v1"),
        ("storage.k8s.io/v1beta1", ["CSIStorageCapacity"], 27, "storage.k8s.io/v1"),
        ("flowcontrol.apiserver.k8s.io/v1beta2", [], 29, "flowcontrol.apiserver.k8s.io/v1"),
        ("flowcontrol.apiserver.k8s.io/v1beta3", [], 32, "flowcontrol.apiserver.k8s.io/v1"),
    ];

    private static readonly (string Api, string[] Kinds, int Minor)[] Introductions =
    [
        ("networking.k8s.io/v1", ["IPAddress", "ServiceCIDR"], 33),
        ("resource.k8s.io/v1beta1", [], 32),
        ("resource.k8s.io/v1beta2", [], 33),
        ("resource.k8s.io/v1", [], 34),
        ("storage.k8s.io/v1", ["VolumeAttributesClass"], 34),
    ];

    /// <summary>The minor release from which the object's API version is served no more, and what to write instead; null where it stays.</summary>
    public static (int Minor, string Instead)? RemovalOf(KubernetesObject item)
    {
        foreach (var (api, kinds, minor, instead) in Removals)
        {
            if (api == item.ApiVersion && (kinds.Length == 0 || kinds.Contains(item.Kind)))
                return (minor, instead);
        }

        return null;
    }

    /// <summary>The minor release that serves the object's API version first; null where that is 1.30 or older.</summary>
    public static int? IntroductionOf(KubernetesObject item)
    {
        foreach (var (api, kinds, minor) in Introductions)
        {
            if (api == item.ApiVersion && (kinds.Length == 0 || kinds.Contains(item.Kind)))
                return minor;
        }

        return null;
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using k8s.Models;

namespace RegressionAnalyzer.Manifests.Verification.Schema;

/// <summary>The kinds that the Kubernetes client has types for.</summary>
internal static class KindCatalog
{
    private static readonly ConcurrentDictionary<(string Group, string Version, string Kind), Type?> Known = new();

    private static readonly HashSet<string> BuiltInGroups =
    [
        "", "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "apps", "authentication.k8s.io", "authorization.k8s.io",
        "autoscaling", "batch", "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "extensions", "flowcontrol.apiserver.k8s.io",
        "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io", "policy", "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io",
        "storage.k8s.io", "storagemigration.k8s.io",
    ];

    private static readonly HashSet<string> ClusterScoped =
    [
        "Namespace", "Node", "PersistentVolume", "ComponentStatus", "ClusterRole", "ClusterRoleBinding", "StorageClass", "VolumeAttachment", "VolumeAttributesClass",
        "CSIDriver", "CSINode", "PriorityClass", "RuntimeClass", "IngressClass", "IPAddress", "ServiceCIDR", "CustomResourceDefinition", "APIService",
        "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding",
        "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "CertificateSigningRequest", "ClusterTrustBundle", "FlowSchema",
        "PriorityLevelConfiguration", "DeviceClass", "DeviceTaintRule", "ResourceSlice", "StorageVersion", "StorageVersionMigration", "TokenReview",
        "SubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SelfSubjectReview", "PodSecurityPolicy",
    ];

    public static bool IsBuiltIn(string group) => BuiltInGroups.Contains(group);

    public static bool IsClusterScoped(string group, string kind) => IsBuiltIn(group) && ClusterScoped.Contains(kind);

    /// <summary>
    /// The type of a kind, found by its name as the client's generator makes it (<c>V1Deployment</c>; with the group before it where two
    /// groups have the kind): looking at every type's attributes would take longer than all rules.
    /// </summary>
    public static Type? Find(string group, string version, string kind) => Known.GetOrAdd((group, version, kind), key => Look(key.Group, key.Version, key.Kind));

    private static Type? Look(string group, string version, string kind)
    {
        if (version.Length is 0 or > 20 || kind.Length is 0 or > 60 || !(version + kind).All(char.IsAsciiLetterOrDigit))
            return null;
        var first = group.Length == 0 ? "core" : group.Split('.')[0];
        string[] names = [Capital(version) + kind, Capital(first) + version + kind];
        return names.Select(name => typeof(V1Pod).Assembly.GetType($"k8s.Models.{name}")).FirstOrDefault(type => IsEntity(type, group, kind));
    }

    private static bool IsEntity(Type? type, string group, string kind) =>
        type?.GetCustomAttribute<KubernetesEntityAttribute>() is { } entity && entity.Group == group && entity.Kind == kind;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

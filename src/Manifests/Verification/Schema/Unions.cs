namespace RegressionAnalyzer.Manifests.Verification.Schema;

/// <summary>A type of which one field is to be there.</summary>
/// <param name="MayBeEmpty">None of them means something too: a volume without a source is an emptyDir.</param>
internal sealed record Union(IReadOnlyList<string> Fields, bool MayBeEmpty = false);

/// <summary>The API's unions. Source: the Kubernetes API reference and the validation of k8s.io/kubernetes.</summary>
internal static class Unions
{
    private static readonly Dictionary<string, Union> ByType = new()
    {
        ["V1Probe"] = new(["exec", "grpc", "httpGet", "tcpSocket"]),
        ["V1LifecycleHandler"] = new(["exec", "httpGet", "sleep", "tcpSocket"]),
        ["V1EnvVar"] = new(["value", "valueFrom"], MayBeEmpty: true),
        ["V1EnvVarSource"] = new(["configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef"]),
        ["V1EnvFromSource"] = new(["configMapRef", "secretRef"]),
        ["V1VolumeProjection"] = new(["clusterTrustBundle", "configMap", "downwardAPI", "podCertificate", "secret", "serviceAccountToken"]),
        ["V1IngressBackend"] = new(["resource", "service"]),
        ["V1ServiceBackendPort"] = new(["name", "number"]),
        ["V1PodDisruptionBudgetSpec"] = new(["minAvailable", "maxUnavailable"], MayBeEmpty: true),
    };

    public static Union? Of(Shape shape)
    {
        if (shape.Kind != ShapeKind.Object)
            return null;
        return shape.Type.Name switch
        {
            "V1Volume" => new Union([.. shape.Fields.Keys.Where(name => name != "name")], MayBeEmpty: true),
            var name => ByType.GetValueOrDefault(name),
        };
    }
}

using System.Security.Cryptography;
using System.Text;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>Every setting that is no secret.</summary>
internal static class ConfigMapObject
{
    public static Manifest Build(Workload workload) => new("configmap.yaml", new Map
    {
        { "apiVersion", "v1" },
        { "kind", "ConfigMap" },
        { "metadata", Metadata.Of(workload, Naming.Config(workload.Name)) },
        { "data", new TextMap(Values(workload)) },
    });

    /// <summary>
    /// Hash of the settings, an annotation of the pods: a change of settings changes it, and so rolls the pods, which read their variables
    /// only when they start.
    /// </summary>
    public static Expression Checksum(Workload workload)
    {
        var path = Values(workload);
        return new Expression($"{{{{ {path.Helm} | toJson | sha256sum }}}}", values => Hash(JsonText.Compact(path.Find(values) ?? new Map())))
            .Because("hash of the config map: a change of settings rolls the pods");
    }

    private static ValuePath Values(Workload workload) => workload.Values["config"];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

namespace RegressionAnalyzer.Manifests;

/// <summary>The labels we write ourselves. <c>managed-by</c> is not among them: Helm sets it when it installs, and demands its own value there.</summary>
internal static class Labelling
{
    public const string App = "app";
    public const string Name = "app.kubernetes.io/name";
    public const string Instance = "app.kubernetes.io/instance";
    public const string Version = "app.kubernetes.io/version";
    public const string PartOf = "app.kubernetes.io/part-of";
    public const string ManagedBy = "app.kubernetes.io/managed-by";

    public static readonly IReadOnlyList<string> OurKeys = [App, Name, Instance, Version, PartOf, ManagedBy];

    /// <summary>Annotations we write ourselves.</summary>
    public const string ConfigChecksum = "checksum/config";

    public const string ResourcePolicy = "helm.sh/resource-policy";

    public static readonly IReadOnlyList<string> OurAnnotations = [ConfigChecksum, ResourcePolicy];

    public static bool IsOurs(string key) => OurKeys.Contains(key);
}

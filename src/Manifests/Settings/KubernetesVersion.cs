namespace RegressionAnalyzer.Manifests;

/// <summary>A minor release of Kubernetes, <c>1.30</c> to <c>1.36</c>.</summary>
/// <param name="Minor">The number after the dot.</param>
public readonly record struct KubernetesVersion(int Minor) : IComparable<KubernetesVersion>
{
    public static readonly KubernetesVersion Oldest = new(30);

    public static readonly KubernetesVersion Newest = new(36);

    internal bool IsKnown => this >= Oldest && this <= Newest;

    /// <summary>Reads <c>1.31</c>, also <c>v1.31</c> and <c>1.31.4</c>.</summary>
    /// <exception cref="ManifestException">The text is no version from 1.30 to 1.36.</exception>
    public static KubernetesVersion Parse(string text)
    {
        var parts = text.TrimStart('v').Split('.');
        if (parts.Length is 2 or 3 && parts[0] == "1" && int.TryParse(parts[1], out var minor) && new KubernetesVersion(minor).IsKnown)
            return new(minor);
        throw new ManifestException($"Kubernetes version '{text}' is not known. Allowed: {Oldest} to {Newest}.");
    }

    public int CompareTo(KubernetesVersion other) => Minor.CompareTo(other.Minor);

    public override string ToString() => $"1.{Minor}";

    public static bool operator <(KubernetesVersion left, KubernetesVersion right) => left.Minor < right.Minor;

    public static bool operator >(KubernetesVersion left, KubernetesVersion right) => left.Minor > right.Minor;

    public static bool operator <=(KubernetesVersion left, KubernetesVersion right) => left.Minor <= right.Minor;

    public static bool operator >=(KubernetesVersion left, KubernetesVersion right) => left.Minor >= right.Minor;
}

namespace RegressionAnalyzer.Manifests;

/// <summary>The one place where names of Kubernetes objects are made.</summary>
internal static class Naming
{
    public const string TemporaryVolume = "tmp";

    public const string PortName = "http";

    public static string Config(string resource) => $"{resource}-config";

    public static string Secrets(string resource) => $"{resource}-secrets";

    public static string Claim(string resource, string volume) => $"{resource}-{volume}";
}

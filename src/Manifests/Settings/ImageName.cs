namespace RegressionAnalyzer.Manifests;

/// <summary>The parts of an image's name. Source: the distribution project's reference grammar.</summary>
internal static class ImageName
{
    public const string RegistryRule = "a host name with an optional port, such as registry.example.com:5000, or nothing for the runtime's default";
    public const string RepositoryRule = "lower-case letters and digits, parts divided by '/', '.', '_', '__' or dashes, at most 200 characters";

    /// <summary>A tag is the version label of every object too, so it keeps to the narrower form of labels.</summary>
    public const string TagRule = "a version, not 'latest': " + KubernetesName.LabelValueRule;

    public static bool IsRegistry(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var host = colon < 0 ? text : text[..colon];
        return KubernetesName.IsSubdomain(host.ToLowerInvariant())
            && (colon < 0 || (int.TryParse(text.AsSpan(colon + 1), out var port) && port is > 0 and <= 65535));
    }

    public static bool IsRepository(string text) => text.Length is > 0 and <= 200 && text.Split('/').All(IsPathPart);

    public static bool IsTag(string text) => text.Length > 0 && KubernetesName.IsLabelValue(text) && !text.Equals("latest", StringComparison.OrdinalIgnoreCase);

    private static bool IsPathPart(string part)
    {
        var separators = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (char.IsAsciiLetterLower(part[i]) || char.IsAsciiDigit(part[i]))
            {
                separators = 0;
                continue;
            }

            separators++;
            var repeated = separators > 1 && (part[i] != part[i - 1] || part[i] == '.' || (part[i] == '_' && separators > 2));
            if (i == 0 || i == part.Length - 1 || part[i] is not ('.' or '_' or '-') || repeated)
                return false;
        }

        return part.Length > 0;
    }
}

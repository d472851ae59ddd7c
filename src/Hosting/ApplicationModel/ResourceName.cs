using System.Text.RegularExpressions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rule for names: they become host names, environment variables and Kubernetes object names.</summary>
internal static partial class ResourceName
{
    private const string Rule = "1 to 64 ASCII letters, digits and single hyphens, starting with a letter and not ending with a hyphen";

    public static void Validate(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > 64 || !Pattern().IsMatch(name))
        {
            throw new ArgumentException($"'{name}' is not a valid resource name: {Rule}.", nameof(name));
        }
    }

    [GeneratedRegex("^[A-Za-z](-?[A-Za-z0-9])*\\z")]
    private static partial Regex Pattern();
}

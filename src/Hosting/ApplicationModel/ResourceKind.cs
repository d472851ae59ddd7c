using System.Text.RegularExpressions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a resource is, in plain words: <c>project</c>, <c>kubernetes environment</c>.</summary>
internal static partial class ResourceKind
{
    public static string Of(IResource resource) =>
        WordStart().Replace(resource.GetType().Name.Replace("Resource", "", StringComparison.Ordinal), " ").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}

using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>Which values are hidden until somebody asks.</summary>
internal static class Secrets
{
    private static readonly string[] Words = ["KEY", "SECRET", "TOKEN", "PASSWORD", "PASSWD", "PWD", "CREDENTIAL", "CONNECTIONSTRING", "AUTHORIZATION", "HEADERS"];

    /// <summary>What holds the value of a secret parameter, and what is named like a secret though nobody declared it.</summary>
    public static bool IsSecret(EnvironmentVariableSnapshot variable, IEnumerable<ResourceGroup> parameters) =>
        Words.Any(word => variable.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
        || (variable.Value is { Length: > 0 } value && ValuesOf(parameters).Any(secret => value.Contains(secret, StringComparison.Ordinal)));

    private static IEnumerable<string> ValuesOf(IEnumerable<ResourceGroup> parameters) => parameters
        .Select(p => p.Resource)
        .OfType<ParameterResource>()
        .Where(p => p.Secret && p.HasValue)
        .Select(p => p.Value)
        .Where(v => v.Length > 0);
}

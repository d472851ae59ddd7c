namespace RegressionAnalyzer.Manifests;

internal static class Checking
{
    /// <summary>The settings themselves, when they are valid.</summary>
    /// <exception cref="ManifestException">They are not; every problem is named.</exception>
    public static DeploymentSettings Checked(this DeploymentSettings settings)
    {
        var problems = settings.Validate();
        return problems.Count == 0
            ? settings
            : throw new ManifestException("The settings cannot be published:" + string.Concat(problems.Select(p => $"\n  - {p}")));
    }
}

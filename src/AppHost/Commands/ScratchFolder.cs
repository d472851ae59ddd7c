namespace RegressionAnalyzer.AppHost.Commands;

/// <summary>Where a step publishes to that is to leave nothing behind.</summary>
internal static class ScratchFolder
{
    /// <returns>A new folder, which goes with the process.</returns>
    public static string Create()
    {
        var folder = Directory.CreateTempSubdirectory("regression-analyzer-publish-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}

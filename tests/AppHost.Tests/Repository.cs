namespace RegressionAnalyzer.AppHost.Tests;

/// <summary>Files of the checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <param name="relative">Relative to the folder of the solution, with <c>/</c>.</param>
    public static string Path(string relative) => System.IO.Path.GetFullPath(relative, Root);

    private static string Root => System.IO.Path.GetFullPath("../..", Projects.AppHost.ProjectPath);
}

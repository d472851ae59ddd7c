namespace RegressionAnalyzer.Examples.Observer;

/// <summary>A project that is described by hand, as the build describes referenced ones.</summary>
internal sealed class Cupboard : IProjectMetadata
{
    public string ProjectPath => new Projects.Hosting_TestService().ProjectPath;

    public LaunchSettings? LaunchSettings { get; } = new()
    {
        Profiles =
        {
            ["http"] = new LaunchProfile
            {
                CommandName = "Project",
                CommandLineArgs = "--shelf \"top left\"",
                ApplicationUrl = "http://localhost:5199",
                EnvironmentVariables = { ["WOOD"] = "oak" },
            },
        },
    };

    public bool SuppressBuild => true;

    public bool IsFileBasedApp => false;
}

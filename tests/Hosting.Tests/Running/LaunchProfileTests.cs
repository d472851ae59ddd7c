using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>What a started project's launch profile says holds, below what the model says.</summary>
public sealed class LaunchProfileTests : IDisposable
{
    private const string Profiles = """
        {
          // As templates write it, comments and trailing commas included.
          "profiles": {
            "container": { "commandName": "Docker" },
            "http": {
              "commandName": "Project",
              "commandLineArgs": "--note \"two words\" \\\"quoted\\\"",
              "applicationUrl": "http://localhost:5130",
              "environmentVariables": { "COLOUR": "blue", "ASPNETCORE_ENVIRONMENT": "Staging" },
            },
            "https": { "commandName": "Project", "applicationUrl": "https://localhost:7106;http://*:5131;http://localhost:5132" },
          }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("launch-profiles-");

    [Fact]
    public async Task The_first_profile_of_the_project_gives_endpoint_variables_and_arguments()
    {
        var project = Model(b => b.AddProject("web", ProjectFile(Profiles)).WithEnvironment("COLOUR", "red").Resource);

        var endpoint = Assert.Single(project.Annotations.OfType<EndpointAnnotation>());
        Assert.Equal(("http", "http", 5130), (endpoint.Name, endpoint.UriScheme, endpoint.Port));
        var variables = await project.CollectEnvironmentAsync(new(DistributedApplicationOperation.Run), Started.Cancellation);
        Assert.Equal(("red", "Staging", "http"), (variables["COLOUR"], variables["ASPNETCORE_ENVIRONMENT"], variables["DOTNET_LAUNCH_PROFILE"]));
        Assert.Equal(["--note", "two words", "\"quoted\""], await project.CollectArgumentsAsync(new(DistributedApplicationOperation.Run), Started.Cancellation));
    }

    [Fact]
    public void The_profile_of_the_AppHost_is_taken_where_the_project_has_one_of_that_name()
    {
        var project = Model(b =>
        {
            b.Configuration["DOTNET_LAUNCH_PROFILE"] = "https";
            return b.AddProject("web", ProjectFile(Profiles)).Resource;
        });

        Assert.Equal(
            [("https", 7106), ("http", 5131), ("http-5132", 5132)],
            project.Annotations.OfType<EndpointAnnotation>().Select(e => (e.Name, e.Port!.Value)));
    }

    [Fact]
    public void Published_the_endpoints_have_no_port_of_the_developers_machine()
    {
        var project = Model(b => b.AddProject("web", ProjectFile(Profiles)).Resource, "--operation=publish");

        Assert.Null(Assert.Single(project.Annotations.OfType<EndpointAnnotation>()).Port);
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_refused_with_those_there_are()
    {
        var exception = Assert.Throws<DistributedApplicationException>(
            () => Model(b => b.AddProject<Projects.Hosting_TestService>("web", launchProfileName: "fast").Resource));

        Assert.StartsWith("The project of 'web' has no launch profile 'fast'. It has none: make them in ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"profiles\": ", "cannot be read")]
    [InlineData("{ \"profiles\": { \"http\": { \"commandName\": \"Project\", \"applicationUrl\": \"localhost 5000\" } } }", "has the URL 'localhost 5000'; it must be like http://localhost:5000.")]
    public void Profiles_that_make_no_sense_are_refused_in_one_line(string profiles, string explanation)
    {
        var exception = Assert.Throws<DistributedApplicationException>(() => Model(b => b.AddProject("web", ProjectFile(profiles)).Resource));

        Assert.Contains(explanation, exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ProjectResource Model(Func<IDistributedApplicationBuilder, ProjectResource> add, params string[] args)
    {
        using var builder = DistributedApplicationTestingBuilder.Create(args);
        return add(builder);
    }

    private string ProjectFile(string profiles)
    {
        _folder.CreateSubdirectory("Properties");
        File.WriteAllText(Path.Combine(_folder.FullName, "Properties", "launchSettings.json"), profiles);
        return Path.Combine(_folder.FullName, "web.csproj");
    }
}

using System.Runtime.Versioning;
using Aspire.Hosting;
using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Docker;

/// <summary>What is in the output folder before and after.</summary>
public sealed class ComposeFolderTests
{
    [Fact]
    public async Task Values_that_a_person_filled_in_stay_and_what_follows_from_the_model_is_new()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder[".env"],
            """
            # mine
            COMPOSE_PROJECT_NAME=shop
            WEB_IMAGE=web:old
            LOG_LEVEL=Debug
            export DB_PASSWORD='p#ss $1'
            REGION=
            """,
            TestContext.Current.CancellationToken);

        var publication = await Publication.RunAsync(folder, ComposeTests.ShopOnCompose);

        Assert.True(publication.ExitCode == 0, publication.Output);
        var lines = folder.Files[".env"].Split('\n');
        Assert.Contains("DB_PASSWORD='p#ss $1'", lines);
        Assert.Contains("LOG_LEVEL=Debug", lines);
        Assert.Contains("REGION=", lines);
        Assert.Contains("WEB_IMAGE=web:latest", lines);
        Assert.Equal("COMPOSE_PROJECT_NAME=shop", lines[^2]);
    }

    [Fact]
    public async Task Publishing_again_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await Publication.RunAsync(folder, ComposeTests.ShopOnCompose);
        var once = folder.Files;

        await Publication.RunAsync(folder, ComposeTests.ShopOnCompose);

        Assert.Equal(once, folder.Files);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_reads_the_file_that_secrets_are_filled_in()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new TemporaryFolder();

        await Publication.RunAsync(folder, ComposeTests.ShopOnCompose);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder[".env"]));
    }

    [Fact]
    public async Task What_is_to_be_filled_in_is_said()
    {
        using var folder = new TemporaryFolder();

        var publication = await Publication.RunAsync(folder, ComposeTests.ShopOnCompose);

        Assert.Contains("  Still empty  DB_PASSWORD, REGION in .env", publication.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Compose_file_of_somebody_else_is_not_replaced()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["docker-compose.yaml"], "services: {}", TestContext.Current.CancellationToken);

        var publication = await Publication.RunAsync(folder, ComposeTests.ShopOnCompose);

        Assert.Equal(1, publication.ExitCode);
        Assert.Contains("was not written by an earlier publish", publication.Output, StringComparison.Ordinal);
        Assert.Equal("services: {}", folder.Files["docker-compose.yaml"]);
    }

    [Fact]
    public async Task Any_description_and_default_can_be_read_back()
    {
        var files = await Publication.FilesAsync(builder =>
        {
            var web = builder.AddProject("web", "web.csproj");
            foreach (var (name, value) in new[] { ("plain", "a-b.c"), ("spaces", "two words # not a comment"), ("dollar", "$5"), ("quotes", "it's \"$5\"\nand \\") })
            {
                web.WithEnvironment(name, builder.AddParameter(name, value, publishValueAsDefault: true).WithDescription("Line one\nline two"));
            }

            builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
        });

        Assert.Contains("# Line one\n# line two\nPLAIN=a-b.c\n", files[".env"], StringComparison.Ordinal);
        Assert.Contains("\nSPACES='two words # not a comment'\n", files[".env"], StringComparison.Ordinal);
        Assert.Contains("\nDOLLAR='$5'\n", files[".env"], StringComparison.Ordinal);
        Assert.Contains("\nQUOTES=\"it's \\\"\\$5\\\"\\nand \\\\\"\n", files[".env"], StringComparison.Ordinal);
    }
}

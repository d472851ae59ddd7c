using Aspire.Hosting;
using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Kubernetes;

/// <summary>What is in the output folder before and after.</summary>
public sealed class ChartFolderTests
{
    [Fact]
    public async Task A_template_of_an_earlier_publish_is_gone_and_a_file_of_somebody_else_stays()
    {
        using var folder = new TemporaryFolder();
        await Publication.RunAsync(folder, ChartTests.ShopOnKubernetes);
        await File.WriteAllTextAsync(folder["notes.txt"], "mine", TestContext.Current.CancellationToken);

        await Publication.RunAsync(folder, OneProject);

        Assert.Equal(["Chart.yaml", "notes.txt", "templates/web/config.yaml", "templates/web/deployment.yaml", "values.yaml"], folder.Files.Keys);
    }

    [Theory]
    [InlineData("Chart.yaml")]
    [InlineData("values.yaml")]
    [InlineData("templates/mine.yaml")]
    public async Task A_chart_of_somebody_else_is_not_replaced(string file)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        await File.WriteAllTextAsync(folder[file], "name: theirs", TestContext.Current.CancellationToken);

        var publication = await Publication.RunAsync(folder, OneProject);

        Assert.Equal(1, publication.ExitCode);
        Assert.Contains("was not written by an earlier publish, and would be replaced.", publication.Output, StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, string> { [file] = "name: theirs" }, folder.Files);
    }

    [Fact]
    public async Task What_a_killed_publish_left_is_taken_away_by_the_next()
    {
        using var folder = new TemporaryFolder();
        var abandoned = Directory.CreateDirectory(folder[".killed.publishing"]);
        Directory.SetLastWriteTimeUtc(abandoned.FullName, DateTime.UtcNow.AddHours(-2));
        var busy = Directory.CreateDirectory(folder[".busy.publishing"]);

        await Publication.RunAsync(folder, OneProject);

        Assert.Equal((false, true), (Directory.Exists(abandoned.FullName), Directory.Exists(busy.FullName)));
    }

    [Fact]
    public async Task An_output_path_that_is_a_file_is_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["taken"], "", TestContext.Current.CancellationToken);

        var publication = await Publication.RunAsync(folder, OneProject, "--output-path", folder["taken"]);

        Assert.Equal(1, publication.ExitCode);
        Assert.Contains(folder["taken"], publication.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_publishes_at_once_into_one_folder_leave_one_whole_chart()
    {
        using var folder = new TemporaryFolder();
        await Publication.RunAsync(folder, ChartTests.ShopOnKubernetes);
        var once = folder.Files;

        var publications = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Publication.RunAsync(folder, ChartTests.ShopOnKubernetes)));

        Assert.All(publications, p => Assert.True(p.ExitCode == 0, p.Output));
        Assert.Equal(once, folder.Files);
    }

    [Fact]
    public async Task Folders_that_other_publishes_remove_meanwhile_are_none_of_its_business()
    {
        using var folder = new TemporaryFolder();
        using var published = new CancellationTokenSource();
        var others = Task.Run(() =>
        {
            while (!published.IsCancellationRequested)
            {
                foreach (var other in Enumerable.Range(0, 50).Select(i => Directory.CreateDirectory(folder[$".{i}.publishing"])).ToList())
                {
                    other.Delete();
                }
            }
        }, TestContext.Current.CancellationToken);

        var publications = new List<Publication>();
        for (var i = 0; i < 10; i++)
        {
            publications.Add(await Publication.RunAsync(folder, OneProject));
        }

        await published.CancelAsync();
        await others;
        Assert.All(publications, p => Assert.True(p.ExitCode == 0, p.Output));
    }

    private static void OneProject(IDistributedApplicationBuilder builder)
    {
        builder.AddProject("web", "web.csproj");
        builder.AddKubernetesEnvironment("k8s").WithDashboard(enabled: false);
    }
}

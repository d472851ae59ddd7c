namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>What publishing does to the output folder.</summary>
public sealed class PublishingTests
{
    [Fact]
    public void The_raw_chart_is_replaced_by_the_chart_and_the_plain_manifests()
    {
        using var folder = TemporaryFolder.WithChart();
        var report = ManifestFinisher.Finish(folder.Path, Sample.Settings);
        Assert.Equal(["chart", "k8s"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(report.Files.Order(StringComparer.Ordinal), folder.Snapshot().Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Namespace/regression-analyzer", report.Objects[0]);
        Assert.Empty(report.ForeignFiles);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_with_line_feeds_only()
    {
        var first = Published.From();
        var second = Published.From();
        Assert.Equal(first.Files, second.Files);
        Assert.All(first.Files, file => Assert.False(file.Content.Contains('\r') || !file.Content.EndsWith('\n'), file.Path));
    }

    [Fact]
    public void The_official_chart_gives_the_same_artifacts_as_the_local_one() =>
        Assert.Equal(Published.From(source: "local").Files, Published.From(source: "official").Files);

    [Fact]
    public void A_file_of_an_earlier_publish_goes_and_files_of_others_are_named_and_left()
    {
        using var folder = TemporaryFolder.WithChart();
        ManifestFinisher.Finish(folder.Path, Sample.Settings);
        folder.CopyChart("local");
        folder.Write("notes.txt", "mine");
        folder.Write("compose/docker-compose.yaml", "services: {}");
        var report = ManifestFinisher.Finish(folder.Path, Sample.With(w => w with { Volumes = [], SecretKeys = [] }) with { Name = "other" });
        Assert.Equal(["notes.txt"], report.ForeignFiles);
        Assert.Equal("mine", folder.Read("notes.txt"));
        Assert.False(File.Exists(folder.In("k8s/pvc.yaml")));
    }

    [Fact]
    public void A_folder_without_a_chart_is_named_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<ManifestException>(() => ManifestFinisher.Finish(folder.Path, Sample.Settings));
        Assert.StartsWith($"'{folder.Path}' holds no chart. Needed: Chart.yaml", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Snapshot());
    }
}

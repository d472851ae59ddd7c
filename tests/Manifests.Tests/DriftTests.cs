namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>Comparing a committed folder with what publishing would write.</summary>
public sealed class DriftTests
{
    [Fact]
    public void A_folder_just_published_has_not_drifted()
    {
        using var folder = Published();
        Assert.True(Drift.Between(folder.Path, Files()).IsNone);
    }

    [Fact]
    public void A_changed_a_missing_and_a_superfluous_file_are_told_with_their_lines()
    {
        using var folder = Published();
        folder.Write("k8s/hpa.yaml", folder.Read("k8s/hpa.yaml").Replace("maxReplicas: 10", "maxReplicas: 20", StringComparison.Ordinal));
        File.Delete(folder.In("k8s/pdb.yaml"));
        var drift = Drift.Between(folder.Path, Files(w => w with { Volumes = [] }));
        Assert.Equal(["k8s/hpa.yaml", "k8s/pdb.yaml", "k8s/pvc.yaml"], drift.Paths.Intersect(["k8s/hpa.yaml", "k8s/pdb.yaml", "k8s/pvc.yaml"]));
        Assert.Contains("--- k8s/hpa.yaml\n+++ k8s/hpa.yaml\n@@ -", drift.Diff, StringComparison.Ordinal);
        Assert.Contains("\n-  maxReplicas: 20\n+  maxReplicas: 10\n", drift.Diff, StringComparison.Ordinal);
        Assert.Contains("--- /dev/null\n+++ k8s/pdb.yaml\n", drift.Diff, StringComparison.Ordinal);
        Assert.Contains("--- k8s/pvc.yaml\n+++ /dev/null\n", drift.Diff, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_others_is_no_drift()
    {
        using var folder = Published();
        folder.Write("k8s/ingress.yaml", "mine");
        folder.Write("notes.txt", "mine");
        Assert.True(Drift.Between(folder.Path, Files()).IsNone);
    }

    [Fact]
    public void A_folder_that_is_empty_lacks_every_file()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(Files().Count, Drift.Between(folder.Path, Files()).Paths.Count);
    }

    private static TemporaryFolder Published()
    {
        var folder = TemporaryFolder.WithChart();
        ManifestFinisher.Finish(folder.Path, Sample.Settings);
        return folder;
    }

    private static IReadOnlyList<PublishedFile> Files(Func<WorkloadSettings, WorkloadSettings>? change = null) =>
        ManifestFinisher.Render(Sample.Chart("local"), change is null ? Sample.Settings : Sample.With(change));
}

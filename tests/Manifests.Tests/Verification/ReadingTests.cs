using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.Manifests.Tests.Verification;

/// <summary>What is read of a folder or a file, and what is left out.</summary>
public sealed class ReadingTests
{
    private const string ConfigMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: prod}\n";

    [Fact]
    public void A_folder_is_read_with_all_folders_in_it_and_objects_are_known_across_files()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: prod}\nspec: {containers: [{name: a, image: 'a:1', envFrom: [{configMapRef: {name: a}}]}]}\n");
        folder.Write("a/config.yml", ConfigMap);
        folder.Write("notes.txt", "no manifest");
        var report = ManifestVerifier.Verify(folder.Path);
        Assert.Equal((2, 2), (report.Files, report.Objects));
        Assert.DoesNotContain(report.Findings, f => f.Rule.Id == "missing-config-map");
        Assert.All(report.Findings, f => Assert.Equal($"{folder.Path}/b/pod.yaml", f.File));
    }

    [Fact]
    public void What_publishing_writes_is_verified_and_its_chart_left_out_with_a_note()
    {
        using var folder = TemporaryFolder.WithChart();
        ManifestFinisher.Finish(folder.Path, Sample.Settings);
        var report = ManifestVerifier.Verify(folder.Path);
        Assert.Equal(11, report.Objects);
        Assert.Empty(report.Findings);
        Assert.StartsWith($"{folder.Path}/chart/: a Helm chart", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_files_in_memory_give_the_same()
    {
        var report = ManifestVerifier.Verify(Published.From().Files);
        Assert.Equal((11, 0, 2), (report.Objects, report.Findings.Count, report.Exempted.Count));
    }

    [Fact]
    public void Documents_lists_and_json_are_taken_apart()
    {
        var report = ManifestVerifier.Verify(
        [
            new PublishedFile("a.yaml", $"# nothing yet\n---\n{ConfigMap}---\n\n---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {{name: b, namespace: prod}}\n  dat: {{}}\n"),
            new PublishedFile("c.json", """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c", "namespace": "prod"}, "data": {"a": "b"}}"""),
        ]);
        Assert.Equal(3, report.Objects);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("unknown-field", "items[0].dat", 15), (finding.Rule.Id, finding.Path, finding.Line));
    }

    [Fact]
    public void The_items_of_a_list_of_one_kind_need_not_say_what_they_are()
    {
        var report = ManifestVerifier.Verify([new PublishedFile("a.yaml", "apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: b, namespace: prod}\n  dat: {}\n")]);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("unknown-field", "ConfigMap/prod/b", 5), (finding.Rule.Id, finding.Subject, finding.Line));
    }

    [Fact]
    public void Anchors_and_merge_keys_are_followed()
    {
        var report = ManifestVerifier.Verify([new PublishedFile("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: &m {name: a, namespace: prod}\n---\nx: &labels {app: a}\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\n  namespace: prod\n  labels:\n    <<: *labels\n    tier: b\n")]);
        Assert.Equal(["x"], report.Findings.Select(f => f.Path));
    }

    [Fact]
    public void Of_a_custom_resource_nothing_is_said_but_that_its_type_is_not_known()
    {
        var report = ManifestVerifier.Verify([new PublishedFile("a.yaml", "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {anything: goes}\n")]);
        Assert.Empty(report.Findings);
        Assert.Equal("example.com/v1 Widget: a custom resource, of which only the metadata is checked", Assert.Single(report.Notes));
    }

    [Fact]
    public void A_neighbour_that_is_no_manifest_is_a_note_and_the_same_file_named_by_a_person_a_finding()
    {
        using var folder = new TemporaryFolder();
        folder.Write("compose.yaml", "services: {}\n");
        folder.Write("kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
        var all = ManifestVerifier.Verify(folder.Path);
        Assert.Empty(all.Findings);
        Assert.Equal($"{folder.Path}/compose.yaml, line 1: no manifest, left out", Assert.Single(all.Notes));
        Assert.Equal("not-a-manifest", Assert.Single(ManifestVerifier.Verify(folder.In("compose.yaml")).Findings).Rule.Id);
    }

    [Fact]
    public void A_fault_in_one_document_hides_neither_those_before_it_nor_other_files()
    {
        var report = ManifestVerifier.Verify([new PublishedFile("a.yaml", $"{ConfigMap}---\na: b: c\n"), new PublishedFile("b.yaml", ConfigMap.Replace("name: a", "name: b", StringComparison.Ordinal))]);
        Assert.Equal(2, report.Objects);
        Assert.Equal(("yaml-syntax", 5), (Assert.Single(report.Findings).Rule.Id, report.Findings[0].Line));
    }

    [Fact]
    public void A_folder_that_links_to_itself_is_read_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", ConfigMap);
        Directory.CreateSymbolicLink(folder.In("again"), folder.Path);
        Assert.Equal(1, ManifestVerifier.Verify(folder.Path).Objects);
    }

    [Fact]
    public void A_path_where_nothing_is_gives_one_clear_error()
    {
        var error = Assert.Throws<ManifestException>(() => ManifestVerifier.Verify("no/such/place"));
        Assert.Equal("There is no file or folder 'no/such/place'.", error.Message);
    }
}

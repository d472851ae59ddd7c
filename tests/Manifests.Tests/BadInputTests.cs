namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>Whatever is wrong with the chart or the folder: one clear message, and the artifacts stay as they were.</summary>
public sealed class BadInputTests
{
    private const string Deployment = "templates/regression-analyzer/deployment.yaml";

    public static TheoryData<string, string, string, string> BrokenCharts => new()
    {
        { Deployment, "kind:", "kind: [", "not YAML that can be read" },
        { Deployment, "spec:\n  template:", "{{- if .Values.x }}\nspec:\n  template:", "unreadable as a tree" },
        { Deployment, "{{ .Chart.Name }}", "{{ include \\\"name\\\" . }}", "cannot be read, or has no value" },
        { Deployment, "regression_analyzer_image }}", "no_such }}", "cannot be read, or has no value in values.yaml" },
        { Deployment, "  name: \"regression-analyzer-deployment\"", "  name: \"a\"\n  name: \"b\"", "stands twice" },
        { Deployment, "kind: \"Deployment\"", "kind: \"CronJob\"", "CronJob 'regression-analyzer-deployment' is of a kind that is not known" },
        { Deployment, "containers:", "initContainers:", "has no container" },
        { Deployment, "\"{{ .Values.parameters", "\"{{ .Values", "cannot be read" },
        { "values.yaml", "parameters:", "- parameters:", "values.yaml" },
        { "templates/regression-analyzer/config.yaml", "kind: \"ConfigMap\"", "sort: \"ConfigMap\"", "no Kubernetes object" },
        { "Chart.yaml", "apiVersion", "\tapiVersion", "Chart.yaml, line " },
    };

    [Theory]
    [MemberData(nameof(BrokenCharts))]
    public void A_chart_that_cannot_be_read_is_named_by_file_and_reason(string file, string from, string to, string message)
    {
        using var folder = Finished();
        folder.CopyChart("local");
        folder.Write(file, folder.Read(file).Replace(from, to, StringComparison.Ordinal));
        Unchanged(folder, message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001binary")]
    [InlineData("a: &a [x]\nb: *unknown")]
    [InlineData("{{")]
    public void A_template_of_any_content_is_refused_or_ignored_but_never_crashes(string content)
    {
        using var folder = TemporaryFolder.WithChart();
        folder.Write("templates/regression-analyzer/more.yaml", content);
        try
        {
            ManifestFinisher.Render(folder.Path, Sample.Settings);
        }
        catch (ManifestException e)
        {
            Assert.Contains("more.yaml", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Anchors_that_would_grow_without_bound_are_refused()
    {
        using var folder = TemporaryFolder.WithChart();
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        folder.Write("templates/regression-analyzer/more.yaml", bomb);
        Assert.Contains("more than 2000000 values", Assert.Throws<ManifestException>(() => ManifestFinisher.Render(folder.Path, Sample.Settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{{ `{{` }}b", "a{{b")]
    [InlineData("{{ `{{ .Values.x }}` }}", "{{ .Values.x }}")]
    [InlineData("{{ .Chart.Name }}-{{ .Chart.Version | quote }}", "regression-analyzer-0.1.0")]
    public void A_text_that_the_publisher_has_escaped_is_read_as_it_was(string written, string meant)
    {
        using var folder = TemporaryFolder.WithChart();
        const string File = "templates/regression-analyzer/config.yaml";
        folder.Write(File, folder.Read(File).Replace("{{ .Values.config.regression_analyzer.log_level }}", written, StringComparison.Ordinal));
        Assert.Equal(meant, new Published(ManifestFinisher.Render(folder.Path, Sample.Settings)).ConfigMap.Data["LOG_LEVEL"]);
    }

    [Fact]
    public void Two_objects_of_one_kind_and_name_are_refused()
    {
        using var folder = Finished();
        folder.CopyChart("local");
        folder.Write("templates/regression-analyzer/again.yaml", folder.Read("templates/regression-analyzer/service.yaml"));
        Unchanged(folder, "one object of a kind and name");
    }

    [Fact]
    public void A_resource_without_settings_is_named()
    {
        using var folder = TemporaryFolder.WithChart("two-workloads");
        Unchanged(folder, "there are no settings for the resource 'report-mailer'");
    }

    [Fact]
    public void Settings_without_a_resource_are_named()
    {
        using var folder = TemporaryFolder.WithChart();
        var error = Assert.Throws<ManifestException>(() => ManifestFinisher.Finish(folder.Path, Sample.With(w => w with { Resource = "analyzer" })));
        Assert.Equal("The chart has no resource 'analyzer', for which there are settings. It has: regression-analyzer.", error.Message);
    }

    [Fact]
    public void When_a_folder_cannot_be_replaced_the_ones_before_go_back()
    {
        using var folder = Finished();
        folder.CopyChart("local");
        Directory.Delete(folder.In("k8s"), recursive: true);
        folder.Write("k8s", "a file where the folder should be");
        Unchanged(folder, "cannot be written");
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "needs a user whom file permissions bind");
        using var folder = Finished();
        folder.CopyChart("local");
        Protect(folder, isProtected: true);
        try
        {
            Unchanged(folder, "cannot be written");
        }
        finally
        {
            Protect(folder, isProtected: false);
        }
    }

    [Fact]
    public void While_another_publish_is_at_work_the_folder_is_left_to_it()
    {
        using var folder = Finished();
        folder.CopyChart("local");
        using (new FileStream(folder.In(".publishing"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var error = Assert.Throws<ManifestException>(() => ManifestFinisher.Finish(folder.Path, Sample.Settings));
            Assert.Contains("being used by another process", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(ManifestFinisher.Finish(folder.Path, Sample.Settings).ForeignFiles);
    }

    [Fact]
    public void Many_at_once_leave_what_one_would_have_left()
    {
        using var folder = Finished();
        var before = folder.Snapshot();
        folder.CopyChart("local");
        var done = 0;
        Parallel.For(0, 8, _ =>
        {
            try
            {
                ManifestFinisher.Finish(folder.Path, Sample.Settings);
                Interlocked.Increment(ref done);
            }
            catch (ManifestException)
            {
                // another had its turn, or has taken the raw chart
            }
        });
        Assert.True(done >= 1);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void What_a_killed_run_has_left_is_set_right()
    {
        using var folder = Finished();
        var before = folder.Snapshot();
        Directory.Move(folder.In("chart"), folder.In("chart.old.publishing"));
        folder.Write("k8s.new.publishing/deployment.yaml", "half");
        folder.CopyChart("local");
        var report = ManifestFinisher.Finish(folder.Path, Sample.Settings);
        Assert.Empty(report.ForeignFiles);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void A_file_of_others_inside_our_folders_is_named_and_stays()
    {
        using var folder = Finished();
        folder.Write("k8s/ingress.yaml", "mine");
        folder.CopyChart("local");
        Assert.Equal(["k8s/ingress.yaml"], ManifestFinisher.Finish(folder.Path, Sample.Settings).ForeignFiles);
        Assert.Equal("mine", folder.Read("k8s/ingress.yaml"));
    }

    private static void Protect(TemporaryFolder folder, bool isProtected)
    {
        const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, isProtected ? Readable : Readable | UnixFileMode.UserWrite);
    }

    private static TemporaryFolder Finished()
    {
        var folder = TemporaryFolder.WithChart();
        ManifestFinisher.Finish(folder.Path, Sample.Settings);
        return folder;
    }

    private static void Unchanged(TemporaryFolder folder, string message)
    {
        var before = folder.Snapshot();
        var error = Assert.Throws<ManifestException>(() => ManifestFinisher.Finish(folder.Path, Sample.With(w => w with { Port = 9000 })));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }
}

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>Settings out of bounds are named with what is allowed, before anything is written.</summary>
public sealed class SettingsTests
{
    private const string Prefix = "Workloads[regression-analyzer].";

    [Fact]
    public void The_models_settings_and_all_variations_are_valid() =>
        Assert.All(Variations.All, v => Assert.Empty(v.Value.Validate()));

    public static TheoryData<string, Func<WorkloadSettings, WorkloadSettings>> Wrong => new()
    {
        { "Image.Tag is 'latest'. Allowed: a version, not 'latest'", w => w with { Image = w.Image with { Tag = "latest" } } },
        { "Image.Tag is 'Latest'", w => w with { Image = w.Image with { Tag = "Latest" } } },
        { "Image.Repository is 'Upper/Case'", w => w with { Image = w.Image with { Repository = "Upper/Case" } } },
        { "Image.Registry is 'https://registry'", w => w with { Image = w.Image with { Registry = "https://registry" } } },
        { "Image.PullSecrets is 'My Secret'", w => w with { Image = w.Image with { PullSecrets = ["My Secret"] } } },
        { "Port is 80. Allowed: 1024 to 65535", w => w with { Port = 80 } },
        { "Service.NodePort is 8080. Allowed: 30000 to 32767", w => w with { Service = new() { NodePort = 8080 } } },
        { "Service.Port is 0", w => w with { Service = new() { Port = 0 } } },
        { "Autoscaling.MinReplicas is 0. Allowed: 1 to 1000", w => w with { Autoscaling = new() { MinReplicas = 0 } } },
        { "Autoscaling.MinReplicas is 11, more than MaxReplicas, 10", w => w with { Autoscaling = new() { MinReplicas = 11 } } },
        { "Autoscaling.TargetCpuPercent is 0", w => w with { Autoscaling = new() { TargetCpuPercent = 0 } } },
        { "Resources.CpuRequest is '3', more than its limit, '2000m'", w => w with { Resources = new() { CpuRequest = "3" } } },
        { "Resources.MemoryRequest is '512MiB'", w => w with { Resources = new() { MemoryRequest = "512MiB" } } },
        { "Resources.MemoryLimit is '2m'", w => w with { Resources = new() { MemoryLimit = "2m" } } },
        { "Resources.LargestUploadBytes is 0", w => w with { Resources = new() { LargestUploadBytes = 0 } } },
        { "Rollout.PreStopSleepSeconds is 0", w => w with { Rollout = new() { PreStopSleepSeconds = 0 } } },
        { "Volumes[Data].Name is 'Data'", w => w with { Volumes = [w.Volumes[0] with { Name = "Data" }] } },
        { "Volumes[tmp].Name is 'tmp'", w => w with { Volumes = [w.Volumes[0] with { Name = "tmp" }] } },
        { "Volumes[data].MountPath is 'app/data'", w => w with { Volumes = [w.Volumes[0] with { MountPath = "app/data" }] } },
        { "Volumes[data].MountPath is '/app/../etc'", w => w with { Volumes = [w.Volumes[0] with { MountPath = "/app/../etc" }] } },
        { "Volumes[data].Size is '-1Gi'", w => w with { Volumes = [w.Volumes[0] with { Size = "-1Gi" }] } },
        { "Volumes[data].StorageClass is 'Fast Disk'", w => w with { Volumes = [w.Volumes[0] with { StorageClass = "Fast Disk" }] } },
        { "Volumes mount '/app/data' 2 times", w => w with { Volumes = [w.Volumes[0], w.Volumes[1] with { MountPath = "/app/data/" }] } },
        { "Config is 'LOG LEVEL'", w => w with { Config = new Dictionary<string, string> { ["LOG LEVEL"] = "" } } },
        { "Config has 'GROQ_API_KEY', which is a secret key", w => w with { Config = new Dictionary<string, string> { ["GROQ_API_KEY"] = "x" } } },
        { "SecretKeys is '1KEY'", w => w with { SecretKeys = [new("1KEY")] } },
        { "UserId is 1000. Allowed: 10000 to 2147483647", w => w with { UserId = 1000 } },
        { "EgressPorts is 70000", w => w with { EgressPorts = [70000] } },
        { "NodeSelector[a] is 'b c'", w => w with { NodeSelector = new Dictionary<string, string> { ["a"] = "b c" } } },
        { "Tolerations.Effect is 'Never'", w => w with { Tolerations = [new() { Effect = "Never" }] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named_with_what_is_allowed(string message, Func<WorkloadSettings, WorkloadSettings> change)
    {
        var problems = Sample.With(change).Validate();
        Assert.StartsWith(Prefix + message, Assert.Single(problems), StringComparison.Ordinal);
        Assert.Contains("Allowed: ", problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name is 'Regression Analyzer'")]
    [InlineData("Version is '1.0'")]
    [InlineData("KubernetesVersion is '1.29'. Allowed: 1.30 to 1.36")]
    [InlineData("Labels is 'app'. Allowed: any key but app")]
    [InlineData("Namespace is '-'")]
    public void A_wrong_setting_of_the_deployment_is_named(string message)
    {
        var settings = Sample.Settings with
        {
            Name = "Regression Analyzer",
            Namespace = "-",
            Version = "1.0",
            KubernetesVersion = new(29),
            Labels = new Dictionary<string, string> { ["app"] = "other" },
        };
        Assert.Contains(settings.Validate(), problem => problem.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_are_told_at_once_and_nothing_is_written()
    {
        using var folder = TemporaryFolder.WithChart();
        var before = folder.Snapshot();
        var error = Assert.Throws<ManifestException>(() => ManifestFinisher.Finish(folder.Path, Sample.With(w => w with { Port = 1, UserId = 0 })));
        Assert.Contains("\n  - Workloads[regression-analyzer].Port is 1.", error.Message, StringComparison.Ordinal);
        Assert.Contains("\n  - Workloads[regression-analyzer].UserId is 0.", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Theory]
    [InlineData("500m", "0.5")]
    [InlineData("2", "2")]
    [InlineData("1.5Gi", "1610612736")]
    [InlineData("1e3", "1000")]
    [InlineData("12E", "12000000000000000000")]
    public void Quantities_are_read_as_kubernetes_reads_them(string text, string value)
    {
        Assert.True(Quantity.TryParse(text, out var parsed));
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mi")]
    [InlineData("1 Gi")]
    [InlineData("1GiB")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999999999999Ei")]
    public void What_is_no_quantity_is_refused(string text) => Assert.False(Quantity.TryParse(text, out _));

    [Theory]
    [InlineData("1.31", 31)]
    [InlineData("v1.36.2", 36)]
    public void Kubernetes_versions_are_read_with_and_without_patch(string text, int minor) => Assert.Equal(minor, KubernetesVersion.Parse(text).Minor);

    [Theory]
    [InlineData("1.29")]
    [InlineData("1.37")]
    [InlineData("2.30")]
    [InlineData("latest")]
    public void An_unknown_kubernetes_version_is_refused(string text) =>
        Assert.Contains("Allowed: 1.30 to 1.36", Assert.Throws<ManifestException>(() => KubernetesVersion.Parse(text)).Message, StringComparison.Ordinal);
}

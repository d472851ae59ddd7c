using FsCheck;
using FsCheck.Fluent;
using RegressionAnalyzer.Manifests.Tests.Helm;
using RegressionAnalyzer.Manifests.Trees;
using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>Whatever settings are valid, the artifacts are whole: read strictly, and the chart gives the plain objects.</summary>
public sealed class AnySettingsTests
{
    public static TheoryData<string> Variations => [.. Tests.Variations.All.Keys];

    private static readonly Gen<string> Name =
        from first in Gen.Elements("abcdefghijklmnopqrstuvwxyz".ToCharArray())
        from rest in Gen.Elements("abcxyz0189-".ToCharArray()).ArrayOf()
        select first + new string(rest)[..Math.Min(rest.Length, 40)].TrimEnd('-');

    private static readonly Gen<WorkloadSettings> Workload =
        from min in Gen.Choose(1, 20)
        from more in Gen.Choose(0, 20)
        from type in Gen.Elements(Enum.GetValues<ServiceType>())
        from nodePort in Gen.Elements<int?>(null, 30000, 32767)
        from cpu in Gen.Choose(1, 8000)
        from memory in Gen.Choose(64, 8192)
        from upload in Gen.Choose(1, int.MaxValue)
        from volume in Name
        from claim in Gen.OrNull(Name)
        from storageClass in Gen.OrNull(Name)
        from hasVolume in ArbMap.Default.GeneratorFor<bool>()
        from selector in Gen.Elements("", "yes", "0123", "1e3", "ssd")
        from seconds in Gen.Choose(1, 300)
        from registry in Gen.Elements("", "registry.example.com", "10.0.0.1:5000", "localhost")
        from tag in Gen.Elements("1", "0.1.0", "v2.0.0-rc.1", "1e3", "0123", "20260101", "a_b.C-d")
        from policy in Gen.Elements(Enum.GetValues<ImagePullPolicy>())
        from pull in Name.ListOf()
        from text in ArbMap.Default.GeneratorFor<string>()
        from toleration in Gen.Elements(new Toleration(), new Toleration { Key = "yes" }, new Toleration { Key = "a.b/c", Value = "1e3", Effect = "NoExecute" })
        from egress in Gen.Choose(1, 65535).ListOf()
        from user in Gen.Choose(10000, int.MaxValue)
        select Sample.Workload with
        {
            Autoscaling = new AutoscalingSettings { MinReplicas = min, MaxReplicas = min + more },
            Service = new ServiceSettings { Type = type, NodePort = nodePort },
            Resources = new ResourceSettings { CpuRequest = $"{cpu}m", CpuLimit = $"{cpu + more}m", MemoryRequest = $"{memory}Mi", MemoryLimit = $"{memory + min}Mi", LargestUploadBytes = upload },
            Volumes = hasVolume && volume != "tmp" ? [new SharedVolume { Name = volume, MountPath = "/app/data", ExistingClaim = claim, StorageClass = storageClass }] : [],
            NodeSelector = new Dictionary<string, string> { ["example.com/a"] = selector },
            Rollout = new RolloutSettings { MinReadySeconds = seconds, PreStopSleepSeconds = seconds, HostShutdownSeconds = seconds },
            Image = new ImageSettings { Registry = registry, Repository = "a/b", Tag = tag, PullPolicy = policy, PullSecrets = [.. pull.Distinct()] },
            Config = new Dictionary<string, string> { ["VALUE"] = Whole(text) },
            Tolerations = [toleration],
            EgressPorts = [.. egress.Distinct()],
            UserId = user,
            GroupId = user,
        };

    private static readonly Gen<DeploymentSettings> Settings =
        from workload in Workload
        from space in Gen.OrNull(Name)
        from minor in Gen.Choose(KubernetesVersion.Oldest.Minor, KubernetesVersion.Newest.Minor)
        from label in Gen.Elements("", "yes", "0123", "1.5", "A_b")
        from annotation in ArbMap.Default.GeneratorFor<string>()
        select Sample.Settings with
        {
            Namespace = space,
            KubernetesVersion = new KubernetesVersion(minor),
            Labels = new Dictionary<string, string> { ["example.com/label"] = label },
            Annotations = new Dictionary<string, string> { ["example.com/annotation"] = Whole(annotation) },
            Workloads = [workload],
        };

    [Theory]
    [MemberData(nameof(Variations))]
    public void Verifying_a_variation_finds_nothing(string variation) =>
        Assert.Equal([], Found(Tests.Variations.Render(Tests.Variations.All[variation])));

    [Fact]
    public void Any_valid_settings_give_whole_artifacts() => Prop.ForAll(Settings.ToArbitrary(), settings =>
    {
        var workload = settings.Workloads.Single();
        Assert.Empty(settings.Validate());
        var published = Published.From(settings);
        Assert.Equal(workload.Volumes.Count(v => v.ExistingClaim is null), published.Has("k8s/pvc.yaml") ? published.Claims.Count : 0);
        Assert.Equal(workload.Autoscaling.MaxReplicas, published.Autoscaler.Spec.MaxReplicas);
        Assert.NotNull(published.Service);
        var rendered = new HelmChart(published.Files).Render(settings.Name, settings.Namespace ?? settings.Name);
        Assert.Equal(JsonText.Compact(YamlReader.ReadAll(published.Text("k8s/deployment.yaml"), "").Single()), JsonText.Compact(rendered.Single(o => o.Text("kind") == "Deployment")));
        Assert.Equal([], Found(published.Files, settings.KubernetesVersion));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    /// <summary>A variable ends at NUL, and YAML holds only whole characters; the validation refuses what has such.</summary>
    private static string Whole(string? text) => string.Concat((text ?? "").EnumerateRunes().Where(rune => rune.Value is not (0 or 0xFFFD)));

    private static IEnumerable<string> Found(IEnumerable<PublishedFile> files, KubernetesVersion? version = null) =>
        ManifestVerifier.Verify(files, new VerifyOptions { KubernetesVersion = version ?? KubernetesVersion.Oldest }).Findings.Select(f => $"{f.Severity} {f.Rule.Id} {f.Subject} {f.Path}: {f.Message}");
}

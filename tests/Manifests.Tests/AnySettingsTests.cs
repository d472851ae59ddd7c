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
        select Sample.Workload with
        {
            Autoscaling = new AutoscalingSettings { MinReplicas = min, MaxReplicas = min + more },
            Service = new ServiceSettings { Type = type, NodePort = nodePort },
            Resources = new ResourceSettings { CpuRequest = $"{cpu}m", CpuLimit = $"{cpu + more}m", MemoryRequest = $"{memory}Mi", MemoryLimit = $"{memory + min}Mi", LargestUploadBytes = upload },
            Volumes = hasVolume && volume != "tmp" ? [new SharedVolume { Name = volume, MountPath = "/app/data", ExistingClaim = claim, StorageClass = storageClass }] : [],
            NodeSelector = new Dictionary<string, string> { ["example.com/a"] = selector },
            Rollout = new RolloutSettings { MinReadySeconds = seconds, PreStopSleepSeconds = seconds, HostShutdownSeconds = seconds },
        };

    [Theory]
    [MemberData(nameof(Variations))]
    public void Verifying_a_variation_finds_nothing(string variation) =>
        Assert.Equal([], Found(Tests.Variations.Render(Tests.Variations.All[variation])));

    [Fact]
    public void Any_valid_settings_give_whole_artifacts() => Prop.ForAll(Workload.ToArbitrary(), workload =>
    {
        var settings = Sample.Settings with { Workloads = [workload] };
        Assert.Empty(settings.Validate());
        var published = Published.From(settings);
        Assert.Equal(workload.Volumes.Count(v => v.ExistingClaim is null), published.Has("k8s/pvc.yaml") ? published.Claims.Count : 0);
        Assert.Equal(workload.Autoscaling.MaxReplicas, published.Autoscaler.Spec.MaxReplicas);
        Assert.NotNull(published.Service);
        var rendered = new HelmChart(published.Files).Render(settings.Name, settings.Name);
        Assert.Equal(JsonText.Compact(YamlReader.ReadAll(published.Text("k8s/deployment.yaml"), "").Single()), JsonText.Compact(rendered.Single(o => o.Text("kind") == "Deployment")));
        Assert.Equal([], Found(published.Files));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    private static IEnumerable<string> Found(IEnumerable<PublishedFile> files) =>
        ManifestVerifier.Verify(files).Findings.Select(f => $"{f.Severity} {f.Rule.Id} {f.Subject} {f.Path}: {f.Message}");
}

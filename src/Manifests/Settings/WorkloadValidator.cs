using System.Text;

namespace RegressionAnalyzer.Manifests;

/// <summary>Bounds and forms of <see cref="WorkloadSettings"/>.</summary>
internal static class WorkloadValidator
{
    /// <summary>The longest name made from a resource's is <c>…-secrets</c> or a claim's; the Service and the label <c>app</c> carry it whole.</summary>
    private const int LongestResource = 55;

    /// <summary>What the API server takes for a config map.</summary>
    private const int LargestConfig = 1024 * 1024;

    public static void Validate(Findings findings, WorkloadSettings workload)
    {
        findings.Require(
            KubernetesName.IsServiceName(workload.Resource) && workload.Resource.Length <= LongestResource,
            workload.Resource,
            $"{KubernetesName.LabelRule}, beginning with a letter, at most {LongestResource}");
        Image(findings.At("Image"), workload.Image);
        findings.Range(workload.Port, 1024, 65535);
        Service(findings.At("Service"), workload.Service);
        Autoscaling(findings.At("Autoscaling"), workload.Autoscaling);
        ResourceValidator.Validate(findings.At("Resources"), workload.Resources);
        Rollout(findings.At("Rollout"), workload.Rollout);
        VolumeValidator.Validate(findings, workload);
        Names(findings, workload);
        findings.Range(workload.UserId, 10000, int.MaxValue);
        findings.Range(workload.GroupId, 10000, int.MaxValue);
        foreach (var port in workload.EgressPorts)
            findings.Range(port, 1, 65535, "workload.EgressPorts");
        foreach (var (key, value) in workload.NodeSelector)
        {
            findings.Require(KubernetesName.IsQualifiedKey(key), key, KubernetesName.KeyRule, "workload.NodeSelector");
            findings.Require(KubernetesName.IsLabelValue(value), value, KubernetesName.LabelValueRule, $"workload.NodeSelector[{key}]");
        }

        foreach (var toleration in workload.Tolerations)
            Toleration(findings.At("Tolerations"), toleration);
    }

    private static void Image(Findings findings, ImageSettings image)
    {
        findings.Require(image.Registry.Length == 0 || ImageName.IsRegistry(image.Registry), image.Registry, ImageName.RegistryRule);
        findings.Require(ImageName.IsRepository(image.Repository), image.Repository, ImageName.RepositoryRule);
        findings.Require(ImageName.IsTag(image.Tag), image.Tag, ImageName.TagRule);
        findings.Require(Enum.IsDefined(image.PullPolicy), image.PullPolicy.ToString(), string.Join(", ", Enum.GetNames<ImagePullPolicy>()));
        foreach (var secret in image.PullSecrets)
            findings.Require(KubernetesName.IsSubdomain(secret), secret, KubernetesName.SubdomainRule, "image.PullSecrets");
    }

    private static void Service(Findings findings, ServiceSettings service)
    {
        findings.Require(Enum.IsDefined(service.Type), service.Type.ToString(), string.Join(", ", Enum.GetNames<ServiceType>()));
        findings.Range(service.Port, 1, 65535);
        if (service is { Type: ServiceType.NodePort, NodePort: { } port })
            findings.Range(port, 30000, 32767, "service.NodePort");
        foreach (var (key, value) in service.Annotations)
        {
            findings.Require(KubernetesName.IsQualifiedKey(key), key, KubernetesName.KeyRule, "service.Annotations");
            findings.Text(value, $"service.Annotations[{key}]");
        }
    }

    private static void Autoscaling(Findings findings, AutoscalingSettings autoscaling)
    {
        findings.Range(autoscaling.MinReplicas, 1, 1000);
        findings.Range(autoscaling.MaxReplicas, 1, 1000);
        findings.Range(autoscaling.TargetCpuPercent, 1, 100);
        if (autoscaling.MinReplicas > autoscaling.MaxReplicas)
        {
            findings.Add(
                "autoscaling.MinReplicas",
                $"is {autoscaling.MinReplicas}, more than MaxReplicas, {autoscaling.MaxReplicas}. Allowed: at most as many.");
        }
    }

    private static void Rollout(Findings findings, RolloutSettings rollout)
    {
        findings.Range(rollout.MinReadySeconds, 0, 300);
        findings.Range(rollout.PreStopSleepSeconds, 1, 3600);
        findings.Range(rollout.HostShutdownSeconds, 1, 3600);
    }

    private static void Names(Findings findings, WorkloadSettings workload)
    {
        foreach (var (key, value) in workload.Config)
        {
            findings.Require(KubernetesName.IsVariable(key), key, KubernetesName.VariableRule, "workload.Config");
            findings.Text(value, $"workload.Config[{key}]");
        }

        var size = workload.Config.Sum(c => (long)c.Key.Length + Encoding.UTF8.GetByteCount(c.Value));
        if (size > LargestConfig)
            findings.Add("workload.Config", $"is {size} bytes. Allowed: {LargestConfig}, with the chart's own settings.");
        foreach (var key in workload.SecretKeys)
        {
            findings.Require(KubernetesName.IsVariable(key.Name), key.Name, KubernetesName.VariableRule, "workload.SecretKeys");
            if (workload.Config.ContainsKey(key.Name))
                findings.Add("workload.Config", $"has '{key.Name}', which is a secret key. Allowed: a name in one of the two.");
        }

        foreach (var twice in workload.SecretKeys.GroupBy(k => k.Name).Where(g => g.Count() > 1))
            findings.Add("workload.SecretKeys", $"has '{twice.Key}' {twice.Count()} times. Allowed: once.");
    }

    private static void Toleration(Findings findings, Toleration toleration)
    {
        if (toleration.Key is { } key)
            findings.Require(KubernetesName.IsQualifiedKey(key), key, KubernetesName.KeyRule, "toleration.Key");
        else
            findings.Require(toleration.Value is null, toleration.Value, "no value where there is no key", "toleration.Value");
        if (toleration.Value is { } value)
            findings.Require(KubernetesName.IsLabelValue(value), value, KubernetesName.LabelValueRule, "toleration.Value");
        findings.Require(
            toleration.Effect is null or "NoSchedule" or "PreferNoSchedule" or "NoExecute",
            toleration.Effect,
            "NoSchedule, PreferNoSchedule, NoExecute, or nothing for all");
    }
}

using RegressionAnalyzer.Manifests.Objects;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>The container of the resource.</summary>
internal static class Container
{
    public static Map Build(Workload workload)
    {
        var image = workload.Values["image"];
        var raw = workload.Raw.Container;
        return Carried.Over(raw, new Map
        {
            { "name", workload.Name },
            { "image", Image(image).Because($"setting Image (chart value {image.Dotted})") },
            { "imagePullPolicy", image["pullPolicy"].AsText("Image.PullPolicy") },
            { "command", raw["command"]?.Because(Carried.Chart) },
            { "args", raw["args"]?.Because(Carried.Chart) },
            { "ports", Ports.Of(workload) },
            { "envFrom", EnvFrom(workload) },
            { "env", Variables(workload) },
            { "resources", new Block(workload.Values["resources"]) },
            { "startupProbe", Probes.Startup(workload) },
            { "livenessProbe", Probes.Liveness(workload) },
            { "readinessProbe", Probes.Readiness(workload) },
            { "lifecycle", Rollout.Lifecycle(workload) },
            { "securityContext", SecurityContext.Container() },
            { "volumeMounts", Volumes.OfContainer(workload) },
        }, Carried.Chart);
    }

    private static Expression Image(ValuePath image) => new(
        $"\"{{{{ with {image["registry"].Helm} }}}}{{{{ . }}}}/{{{{ end }}}}{{{{ {image["repository"].Helm} }}}}:{{{{ {image["tag"].Helm} }}}}\"",
        values => $"{(image["registry"].Text(values) is { Length: > 0 } registry ? registry + "/" : "")}{image["repository"].Text(values)}:{image["tag"].Text(values)}");

    private static Sequence EnvFrom(Workload workload)
    {
        var sources = new Sequence();
        if (workload.SecretKeys.Count > 0)
            sources.Add(new Map { { "secretRef", new Map { { "name", SecretName(workload) } } } });
        sources.Add(new Map { { "configMapRef", new Map { { "name", Naming.Config(workload.Name) } } } });
        return sources;
    }

    private static Expression SecretName(Workload workload)
    {
        var existing = SecretObject.Existing(workload);
        var ours = Naming.Secrets(workload.Name);
        return new Expression($"{{{{ {existing.Helm} | default \"{ours}\" | quote }}}}", values => existing.Text(values) is { Length: > 0 } name ? name : ours)
            .Because($"the secret parameters of the model; another Secret by the chart value {existing.Dotted}");
    }

    private static Sequence Variables(Workload workload)
    {
        var ours = Rollout.ShutdownTimeout(workload);
        return new([ours, .. (workload.Raw.Container["env"] as Sequence ?? []).Where(v => (v as Map)?.Text("name") != ours.Text("name"))]);
    }
}

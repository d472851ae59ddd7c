using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>
/// The probes of the chart: paths with their query as they are, the scheme in the capitals that the API server demands (Aspire 13.6 publishes
/// <c>http</c>), the seed's timings where the chart gives none.
/// </summary>
internal static class Probes
{
    private static readonly string[] Timings = ["initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold", "successThreshold"];

    public static Map? Startup(Workload workload) => Build(workload, "startupProbe", [null, 2, 30, 60, null]);

    public static Map? Liveness(Workload workload) => Build(workload, "livenessProbe", [10, 30, 30, null, null]);

    public static Map? Readiness(Workload workload) => Build(workload, "readinessProbe", [5, 10, 30, null, null]);

    private static Map? Build(Workload workload, string field, long?[] defaults)
    {
        if (workload.Raw.Container[field] is not Map raw)
            return null;
        var probe = new Map { { "httpGet", HttpGet(workload, raw["httpGet"] as Map) } };
        for (var i = 0; i < Timings.Length; i++)
            probe.Add(Timings[i], raw[Timings[i]] ?? (defaults[i] is { } seconds ? new Scalar(seconds) : null));
        return Carried.Over(raw, probe).Because("WithHttpProbe in the model");
    }

    private static Map? HttpGet(Workload workload, Map? raw)
    {
        if (raw is null)
            return null;
        var scheme = raw.Text("scheme")?.ToUpperInvariant();
        return Carried.Over(raw, new Map
        {
            { "path", raw["path"] },
            { "port", Ports.Resolve(workload, raw["port"]) },
            { "scheme", scheme ?? "HTTP" },
        });
    }
}

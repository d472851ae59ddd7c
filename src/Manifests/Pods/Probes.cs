using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>
/// The probes of the chart: paths with their query as they are, the scheme in the capitals that the API server demands (Aspire 13.6 publishes
/// <c>http</c>), the seed's timings where the chart gives none.
/// </summary>
internal static class Probes
{
    private const long Timeout = 30;

    public static Map? Startup(Workload workload) => Build(workload, "startupProbe", ("periodSeconds", 2), ("failureThreshold", 60));

    public static Map? Liveness(Workload workload) => Build(workload, "livenessProbe", ("initialDelaySeconds", 10), ("periodSeconds", 30));

    public static Map? Readiness(Workload workload) => Build(workload, "readinessProbe", ("initialDelaySeconds", 5), ("periodSeconds", 10));

    private static Map? Build(Workload workload, string field, params IEnumerable<(string Field, long Seconds)> timings)
    {
        if (workload.Raw.Container[field] is not Map raw)
            return null;
        var probe = new Map { { "httpGet", HttpGet(workload, raw["httpGet"] as Map) } };
        foreach (var (timing, seconds) in timings.Append(("timeoutSeconds", Timeout)))
            probe.Add(timing, raw[timing] ?? new Scalar(seconds));
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

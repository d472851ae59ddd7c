using System.Globalization;
using RegressionAnalyzer.Manifests.RawCharts;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests;

/// <summary>One workload with all that is known of it; what each object is made from.</summary>
internal sealed record Workload(DeploymentSettings Deployment, WorkloadSettings Settings, RawWorkload Raw)
{
    public string Name => Settings.Resource;

    /// <summary>Where the workload's values are: at the root of a chart with one workload, below its name otherwise.</summary>
    public ValuePath Values { get; } = new(Deployment.Workloads.Count == 1 ? "" : CamelCase(Settings.Resource));

    public ValuePath Volume(SharedVolume volume) => Values["persistence"][CamelCase(volume.Name)];

    /// <summary>
    /// Settings by name. The heap's share is hexadecimal, as the runtime reads it (learn.microsoft.com, "Runtime configuration options for
    /// garbage collection"); the port is always the one that the container declares.
    /// </summary>
    public Map Config
    {
        get
        {
            var config = new SortedDictionary<string, Scalar>(StringComparer.Ordinal)
            {
                ["DOTNET_GCHeapHardLimitPercent"] = new Scalar($"0x{Settings.Resources.HeapPercent:X}").Because("setting Resources.HeapPercent, in hexadecimal"),
            };
            foreach (var (key, value) in Raw.Config)
                config[key] = new Scalar(value).Because("WithEnvironment in the model");
            foreach (var (key, value) in Settings.Config)
                config[key] = new Scalar(value).Because("setting Config");
            config["HTTP_PORTS"] = new Scalar(Settings.Port.ToString(CultureInfo.InvariantCulture)).Because("setting Port");
            foreach (var key in SecretKeys)
                config.Remove(key.Name);
            var map = new Map();
            foreach (var (key, value) in config)
                map.Add(key, value);
            return map;
        }
    }

    /// <summary>The settings' keys with their descriptions, then those that only the chart has.</summary>
    public IReadOnlyList<SecretKey> SecretKeys =>
        [.. Settings.SecretKeys, .. Raw.SecretKeys.Except(Settings.SecretKeys.Select(k => k.Name)).Order(StringComparer.Ordinal).Select(name => new SecretKey(name))];

    /// <summary>A template reaches a value by <c>.Values.name</c>, which cannot have a dash.</summary>
    private static string CamelCase(string name)
    {
        var parts = name.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return parts[0] + string.Concat(parts.Skip(1).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }
}

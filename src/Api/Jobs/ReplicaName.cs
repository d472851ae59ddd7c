namespace RegressionAnalyzer.Api.Jobs;

/// <summary>This process among the replicas, for people who read leases and logs.</summary>
internal static class ReplicaName
{
    public static string Own { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";
}

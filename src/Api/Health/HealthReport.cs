namespace RegressionAnalyzer.Api.Health;

/// <summary>How this replica is.</summary>
/// <param name="Status"><c>healthy</c>; <c>degraded</c> with the storage in trouble; <c>starting</c> and <c>stopping</c> when asked whether it is ready.</param>
/// <param name="Version">The service's version.</param>
/// <param name="LlmAvailable">Whether a language model is configured.</param>
/// <param name="Providers">Those that are.</param>
/// <param name="Storage">The two shared volumes.</param>
internal sealed record HealthReport(string Status, string Version, bool LlmAvailable, IReadOnlyList<string> Providers, StorageHealth Storage);

/// <summary>The volumes as last looked at.</summary>
internal sealed record StorageHealth(VolumeHealth Data, VolumeHealth Output);

/// <summary>One volume: <c>ok</c> or the system's reason, and the bytes that are free.</summary>
internal sealed record VolumeHealth(string Status, long? FreeBytes)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOk => Status == Ok;

    public const string Ok = "ok";
}

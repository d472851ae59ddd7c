namespace RegressionAnalyzer.Api.Storage;

/// <summary>Where the two shared volumes are mounted.</summary>
internal sealed class StorageOptions
{
    /// <summary>Uploads and jobs (<c>Storage__DataPath</c>).</summary>
    public string DataPath { get; set; } = "/app/data";

    /// <summary>Results and charts (<c>Storage__OutputPath</c>).</summary>
    public string OutputPath { get; set; } = "/app/output";

    /// <summary>What stays free on each volume (<c>Storage__MinFreeBytes</c>): below it nothing new is taken, and what runs can still be finished.</summary>
    public long MinFreeBytes { get; set; } = 64 * 1024 * 1024;
}

namespace Aspire.Hosting.Docker.Resources.ServiceNodes;

/// <summary>How the engine finds out whether a container is healthy; durations such as <c>30s</c>.</summary>
public sealed class Healthcheck
{
    /// <summary><c>CMD</c> and a command of the image, word by word.</summary>
    public List<string> Test { get; set; } = [];

    public required string Interval { get; set; }

    public required string Timeout { get; set; }

    public int? Retries { get; set; }

    public required string StartPeriod { get; set; }
}

namespace Aspire.Hosting;

/// <summary>What <see cref="DistributedApplication.CreateBuilder(DistributedApplicationOptions)"/> is told.</summary>
public sealed class DistributedApplicationOptions
{
    public string[]? Args { get; set; }

    /// <summary>The AppHost's assembly; the entry assembly when not given.</summary>
    public string? AssemblyName { get; set; }

    public string? ProjectDirectory { get; set; }

    public string? DashboardApplicationName { get; set; }

    public bool DisableDashboard { get; set; }

    public bool AllowUnsecuredTransport { get; set; }

    /// <summary>Whether the lines that resources write also appear on the console.</summary>
    public bool EnableResourceLogging { get; set; }

    /// <summary>The test that starts and ends the application, where one does.</summary>
    internal Testing.TestRun? Test { get; set; }
}

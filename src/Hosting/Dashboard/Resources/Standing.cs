using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>How a replica stands, in a word, and how much it matters.</summary>
/// <param name="Look">The colour of its mark: good, busy, warn, bad or off.</param>
/// <param name="Severity">Which of several replicas speaks for them all: the highest.</param>
public sealed record Standing(string Text, string Look, int Severity)
{
    private static readonly Dictionary<string, (string Text, string Look, int Severity)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [KnownResourceStates.Running] = ("Running", "good", 1),
        [KnownResourceStates.Active] = ("Active", "good", 1),
        [KnownResourceStates.Finished] = ("Finished", "off", 0),
        [KnownResourceStates.NotStarted] = ("Not started", "off", 2),
        [KnownResourceStates.Exited] = ("Stopped", "off", 3),
        [KnownResourceStates.Starting] = ("Starting", "busy", 4),
        [KnownResourceStates.Building] = ("Building", "busy", 4),
        [KnownResourceStates.Stopping] = ("Stopping", "busy", 5),
        [KnownResourceStates.Waiting] = ("Waiting", "busy", 6),
        [KnownResourceStates.ValueMissing] = ("Value missing", "warn", 7),
        [KnownResourceStates.RuntimeUnhealthy] = ("Runtime unhealthy", "bad", 9),
        [KnownResourceStates.FailedToStart] = ("Failed to start", "bad", 10),
    };

    public static Standing Of(CustomResourceSnapshot snapshot)
    {
        var state = snapshot.State?.Text ?? KnownResourceStates.NotStarted;
        var (text, look, severity) = Known.GetValueOrDefault(state, (state, "busy", 4));
        return (look, snapshot.HealthStatus, snapshot.ExitCode) switch
        {
            ("good", HealthStatus.Unhealthy, _) => new(text, "bad", 8),
            ("good", HealthStatus.Degraded, _) => new(text, "warn", 8),
            ("good", null, _) => new(text, "busy", 4),
            ("off", _, not (null or 0)) => new($"{text} (exit code {snapshot.ExitCode})", "bad", 9),
            _ => new(text, look, severity),
        };
    }

    public static string Health(CustomResourceSnapshot snapshot) => snapshot switch
    {
        { HealthReports.Length: 0 } or { State: null } => "",
        { HealthStatus: { } status } => status.ToString(),
        { State.Text: var state } when state == KnownResourceStates.Running => "Not yet known",
        _ => "",
    };
}

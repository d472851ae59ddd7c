using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>What run mode says to the person in front of it.</summary>
/// <param name="hasDashboard">Whether the person can also do something there.</param>
/// <param name="showOutput">Whether that includes what the resources write.</param>
internal sealed class RunConsole(IScreen screen, ResourceLoggerService logs, bool hasDashboard, bool showOutput)
{
    private const int ShownLines = 10;

    public void Starts(IResource resource, int replicas) => screen.Line(resource.Name, replicas == 1 ? "starting" : $"starting {replicas} replicas", Tone.Plain);

    /// <param name="link">What signs a browser in.</param>
    public void DashboardIsAt(string link) => screen.Line("dashboard", link, Tone.Good);

    public void DashboardWasOpened(string link) => screen.Line("dashboard", $"opened. For another browser: {link}", Tone.Plain);

    /// <param name="setting">What names the port.</param>
    public void DashboardPortIsTaken(int port, string setting) => screen.Line(
        "dashboard", FormattableString.Invariant($"another program listens on port {port}, so it takes a free one. Another port: {setting} in the launch profile"), Tone.Warning);

    public void IsReady(string replicaId, TimeSpan after) => screen.Line(replicaId, FormattableString.Invariant($"ready after {after.TotalSeconds:0.0} s"), Tone.Good);

    public void WaitsFor(IResource resource, string dependencies) => screen.Line(resource.Name, $"waits for {dependencies}", Tone.Plain);

    /// <param name="isAsked">Whether the person is asked for the value right here.</param>
    public void WaitsForParameter(IResource resource, ParameterResource parameter, bool isAsked)
    {
        var mend = isAsked ? "" : $" {(hasDashboard ? "Give it on the dashboard, or stop and give it" : "Stop, and give it")} as the variable {parameter.ConfigurationKey.Replace(":", "__", StringComparison.Ordinal).Replace('-', '_')}, "
            + $"or with: dotnet user-secrets set \"{parameter.ConfigurationKey}\" VALUE";
        screen.Line(resource.Name, $"waits for the parameter '{parameter.Name}'{(parameter.Description is { } text ? $" ({text})" : "")}, which has no value.{mend}", Tone.Warning);
    }

    public void Restarts(string replicaId, int exitCode, TimeSpan pause, int attempt, int limit) => screen.Line(
        replicaId, FormattableString.Invariant($"ended with {Signals.DescribeExit(exitCode)}; starts again in {pause.TotalSeconds:0.#} s ({attempt} of {limit})"), Tone.Warning);

    public void GivesUp(string replicaId, int exitCode) => screen.Line(
        replicaId,
        $"ended with {Signals.DescribeExit(exitCode)}, as before; it is not started again. {LastLines(replicaId)}{Environment.NewLine}"
            + $"Mend it, then start '{replicaId}' again{(hasDashboard ? " on the dashboard, or stop all" : ": stop all")} with Ctrl+C and run it anew.",
        Tone.Bad);

    public void Fails(string replicaId, string reason) => screen.Line(replicaId, $"failed to start. {reason}", Tone.Bad);

    public void Kills(string replicaId, TimeSpan after) => screen.Line(
        replicaId, FormattableString.Invariant($"did not stop within {after.TotalSeconds:0.#} s of SIGTERM, and was killed"), Tone.Warning);

    public void AllReady(IReadOnlyCollection<EndpointLine> endpoints, TimeSpan after) =>
        screen.Summary(endpoints, FormattableString.Invariant($"Everything is ready after {after.TotalSeconds:0.0} s. Press Ctrl+C to stop."), Tone.Good);

    /// <param name="endpoints">Of those that are ready.</param>
    /// <param name="failed">Those that are not, and will not be by themselves.</param>
    public void OthersReady(IReadOnlyCollection<EndpointLine> endpoints, IReadOnlyCollection<string> failed) =>
        screen.Summary(endpoints, $"Not ready: {string.Join(", ", failed)}. See above; the others run. Press Ctrl+C to stop.", Tone.Warning);

    public void Stops() => screen.Line("Stopping", "press Ctrl+C again to end at once", Tone.Plain);

    public void Output(string replicaId, string line, bool isError)
    {
        if (showOutput)
        {
            screen.Output(replicaId, line, isError);
        }
    }

    /// <summary>What it wrote last: the reason of most failures is there.</summary>
    public string LastLines(string replicaId)
    {
        var lines = logs.Tail(replicaId, ShownLines);
        return lines.Count == 0 ? "It wrote nothing." : $"Its last lines:{string.Concat(lines.Select(l => $"{Environment.NewLine}    {l.Content}"))}";
    }
}

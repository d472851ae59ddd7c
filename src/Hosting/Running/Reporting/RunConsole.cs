using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>What run mode says to the person in front of it, in plain lines.</summary>
/// <param name="output">Where the lines go; nowhere under test.</param>
internal sealed class RunConsole(TextWriter output, ResourceLoggerService logs)
{
    private const int ShownLines = 10;

    private readonly Lock _gate = new();

    public void Say(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    public void Starts(IResource resource, int replicas) => Say(replicas == 1 ? $"{resource.Name}: starting" : $"{resource.Name}: starting {replicas} replicas");

    public void IsReady(string replicaId, TimeSpan after) => Say(FormattableString.Invariant($"{replicaId}: ready after {after.TotalSeconds:0.0} s"));

    public void WaitsFor(IResource resource, string dependencies) => Say($"{resource.Name}: waits for {dependencies}");

    public void WaitsForParameter(IResource resource, ParameterResource parameter) => Say(
        $"{resource.Name}: waits for the parameter '{parameter.Name}'{(parameter.Description is { } text ? $" ({text})" : "")}, which has no value. "
        + $"Stop, and give it as the variable {parameter.ConfigurationKey.Replace(":", "__", StringComparison.Ordinal).Replace('-', '_')}, "
        + $"or with: dotnet user-secrets set \"{parameter.ConfigurationKey}\" VALUE");

    public void Restarts(string replicaId, int exitCode, TimeSpan pause, int attempt, int limit) => Say(FormattableString.Invariant(
        $"{replicaId}: ended with {Signals.DescribeExit(exitCode)}; starts again in {pause.TotalSeconds:0.#} s ({attempt} of {limit})"));

    public void GivesUp(string replicaId, int exitCode) => Say(
        $"{replicaId}: ended with {Signals.DescribeExit(exitCode)}, as before; it is not started again. {LastLines(replicaId)}");

    public void Fails(string replicaId, string reason) => Say($"{replicaId}: failed to start. {reason}");

    public void Kills(string replicaId, TimeSpan after) => Say(FormattableString.Invariant($"{replicaId}: did not stop within {after.TotalSeconds:0.#} s of SIGTERM, and was killed"));

    /// <summary>Everything runs: where it is, and how to end it.</summary>
    public void AllReady(IReadOnlyCollection<(string Name, string Url, string Replicas)> endpoints, TimeSpan after)
    {
        var width = endpoints.Select(e => e.Name.Length).DefaultIfEmpty().Max();
        var lines = endpoints.Select(e => $"  {e.Name.PadRight(width)}  {e.Url}  {e.Replicas}");
        Say(string.Join(Environment.NewLine, ["", .. lines, "", FormattableString.Invariant($"Everything is ready after {after.TotalSeconds:0.0} s. Press Ctrl+C to stop.")]));
    }

    private string LastLines(string replicaId)
    {
        var lines = logs.Tail(replicaId, ShownLines);
        return lines.Count == 0 ? "It wrote nothing." : $"Its last lines:{string.Concat(lines.Select(l => $"{Environment.NewLine}    {l.Content}"))}";
    }
}

namespace Aspire.Hosting.Running;

/// <summary>Lines of plain text, for files, pipes and logs.</summary>
internal sealed class PlainScreen(TextWriter output) : IScreen
{
    private readonly Lock _gate = new();

    public void Line(string subject, string message, Tone tone) => Write($"{subject}: {message}");

    public void Output(string replicaId, string line, bool isError) => Write($"{replicaId} | {line}");

    public void Summary(IReadOnlyCollection<EndpointLine> endpoints, string ending, Tone tone)
    {
        var width = endpoints.Select(e => e.Resource.Length).DefaultIfEmpty().Max();
        var lines = endpoints.Select(e => $"  {e.Resource.PadRight(width)}  {e.Address}{(e.Replicas == 1 ? "" : $"  {e.Replicas} replicas")}");
        Write(string.Join(Environment.NewLine, endpoints.Count == 0 ? [ending] : ["", .. lines, "", ending]));
    }

    private void Write(string text)
    {
        lock (_gate)
        {
            output.WriteLine(text);
            output.Flush();
        }
    }
}

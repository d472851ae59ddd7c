using Spectre.Console;

namespace Aspire.Hosting.Running;

/// <summary>The same lines with colours and a table, for a person at a terminal.</summary>
internal sealed class TerminalScreen(IAnsiConsole terminal) : IScreen
{
    private readonly Lock _gate = new();

    public void Line(string subject, string message, Tone tone)
    {
        lock (_gate)
        {
            terminal.MarkupLineInterpolated($"[bold]{subject}[/]: [{Colour(tone)}]{message}[/]");
        }
    }

    public void Output(string replicaId, string line, bool isError)
    {
        lock (_gate)
        {
            terminal.MarkupLineInterpolated($"[grey]{replicaId} |[/] {line}");
        }
    }

    public void Summary(IReadOnlyCollection<EndpointLine> endpoints, string ending)
    {
        lock (_gate)
        {
            if (endpoints.Count > 0)
            {
                var table = new Table().Border(TableBorder.Rounded).AddColumns("Resource", "Address", "Replicas");
                foreach (var endpoint in endpoints)
                {
                    table.AddRow(new Text(endpoint.Resource), Markup.FromInterpolated($"[aqua]{endpoint.Address}[/]"), new Text($"{endpoint.Replicas}"));
                }

                terminal.Write(table);
            }

            terminal.MarkupLineInterpolated($"[green]{ending}[/]");
        }
    }

    private static string Colour(Tone tone) => tone switch
    {
        Tone.Good => "green",
        Tone.Warning => "yellow",
        Tone.Bad => "red",
        _ => "default",
    };
}

using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aspire.Hosting.Running;

/// <summary>The same lines with colours and a table, for a person at a terminal. A question stays the last line: others appear above it.</summary>
internal sealed class TerminalScreen(IAnsiConsole terminal) : IScreen
{
    private static readonly TimeSpan BetweenLooksAtTheKeyboard = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private TerminalQuestion? _question;
    private int _questionCells;

    public void Line(string subject, string message, Tone tone) =>
        Above(() => Write(Markup.FromInterpolated($"[bold]{subject}[/]: [{Colour(tone)}]{message}[/]\n"), $"{subject}: {message}"));

    public void Output(string replicaId, string line, bool isError) => Above(() => Write(Markup.FromInterpolated($"[grey]{replicaId} |[/] {line}\n"), line));

    public void Summary(IReadOnlyCollection<EndpointLine> endpoints, string ending, Tone tone) => Above(() =>
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

        terminal.MarkupLineInterpolated($"[{Colour(tone)}]{ending}[/]");
    });

    /// <returns>What the person types.</returns>
    public async Task<string> AskAsync(string name, bool isSecret, CancellationToken cancellationToken)
    {
        // Asking for a key switches the terminal's own echo off, before anybody can type.
        _ = Console.KeyAvailable;
        var question = new TerminalQuestion(name, isSecret);
        var isAnswered = false;
        Above(() => _question = question);
        try
        {
            while (true)
            {
                while (Console.KeyAvailable)
                {
                    if (question.Type(Console.ReadKey(intercept: true)) is { } answer)
                    {
                        isAnswered = true;
                        return answer;
                    }

                    Above(() => { });
                }

                await Task.Delay(BetweenLooksAtTheKeyboard, cancellationToken);
            }
        }
        finally
        {
            Above(() =>
            {
                if (isAnswered)
                {
                    Draw(question);
                    terminal.WriteLine();
                }

                (_question, _questionCells) = (null, 0);
            });
        }
    }

    /// <summary>Takes the question away, and what the terminal echoed of a Ctrl+C, writes, and asks again.</summary>
    private void Above(Action write)
    {
        lock (_gate)
        {
            var rows = Math.Max(0, _questionCells - 1) / Math.Max(1, terminal.Profile.Width);
            _questionCells = 0;
            terminal.Write(new ControlCode($"\r{(rows > 0 ? $"\u001b[{rows}A" : "")}\u001b[J"));
            write();
            if (_question is { } question)
            {
                Draw(question);
            }
        }
    }

    private void Draw(TerminalQuestion question)
    {
        terminal.Write(new Unwrapped(Markup.FromInterpolated($"[bold]{question.Label}[/]{question.Shown}")));
        _questionCells = Cells(question.Label + question.Shown);
    }

    private int Cells(string text) =>
        new Unwrapped(new Text(text)).Measure(RenderOptions.Create(terminal, terminal.Profile.Capabilities), int.MaxValue).Max;

    /// <summary>Lines are broken between words, and those with a word that is longer than a line by the terminal alone: a link stays whole.</summary>
    private void Write(Markup markup, string text) =>
        terminal.Write(text.Split(' ', '\n').Any(word => word.Length > terminal.Profile.Width) ? new Unwrapped(markup) : markup);

    private static string Colour(Tone tone) => tone switch
    {
        Tone.Good => "green",
        Tone.Warning => "yellow",
        Tone.Bad => "red",
        _ => "default",
    };

    /// <summary>As long a line as it needs.</summary>
    private sealed class Unwrapped(IRenderable inner) : IRenderable
    {
        private const int Longest = 100_000;

        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, Longest);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, Longest);
    }
}

using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Aspire.Hosting.Running;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>What the person at the console would have read.</summary>
internal sealed class RecordedScreen : IScreen
{
    private readonly StringBuilder _text = new();
    private readonly Channel<bool> _changes = Channel.CreateUnbounded<bool>();
    private readonly PlainScreen _screen;

    public RecordedScreen() => _screen = new PlainScreen(new StringWriter(_text, CultureInfo.InvariantCulture));

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Waits until the text has come.</summary>
    public async Task SaysAsync(string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Started.Cancellation);
        limit.CancelAfter(Started.Longest);
        while (!Text.Contains(text, StringComparison.Ordinal))
        {
            await _changes.Reader.ReadAsync(limit.Token);
        }
    }

    public void Line(string subject, string message, Tone tone) => Change(() => _screen.Line(subject, message, tone));

    public void Output(string replicaId, string line, bool isError) => Change(() => _screen.Output(replicaId, line, isError));

    public void Summary(IReadOnlyCollection<EndpointLine> endpoints, string ending, Tone tone) => Change(() => _screen.Summary(endpoints, ending, tone));

    private void Change(Action write)
    {
        lock (_text)
        {
            write();
        }

        _changes.Writer.TryWrite(true);
    }
}

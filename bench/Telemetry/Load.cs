using System.Diagnostics;
using OpenTelemetry.Exporter;

namespace RegressionAnalyzer.Bench.Telemetry;

/// <summary>Five services that log and trace at a steady rate, some over gRPC, some over HTTP.</summary>
internal sealed class Load : IDisposable
{
    private const int Services = 5;

    /// <summary>As a busy service does it: a little at a time.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly Sender[] _senders;
    private readonly double _logsPerSecond;
    private readonly double _spansPerSecond;

    /// <param name="logs">A second, of all services together.</param>
    public Load(AppHost appHost, int logs, int spans)
    {
        (_logsPerSecond, _spansPerSecond) = ((double)logs / Services, (double)spans / Services);
        _senders = [.. Enumerable.Range(1, Services).Select(i => new Sender($"shop-{i}", appHost, i % 2 == 0 ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc))];
    }

    /// <summary>How many records and spans it were.</summary>
    public async Task<long> RunAsync(TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var (logs, spans) = (0L, 0L);
        using var timer = new PeriodicTimer(Tick);
        while (Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < duration)
        {
            // What a late tick has missed, it makes up for: the rate is what is promised.
            for (; spans < elapsed.TotalSeconds * _spansPerSecond; spans++)
            {
                var wanted = Math.Max(1, (long)((spans + 1) * _logsPerSecond / _spansPerSecond) - logs);
                foreach (var sender in _senders)
                    sender.Request((int)wanted);
                logs += wanted;
            }

            await timer.WaitForNextTickAsync();
        }

        return (logs + spans) * Services;
    }

    public void Dispose()
    {
        foreach (var sender in _senders)
            sender.Dispose();
    }
}

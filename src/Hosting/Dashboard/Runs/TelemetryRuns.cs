using System.Globalization;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>The telemetry of this run and of those before, to look at one beside the other.</summary>
internal sealed class TelemetryRuns : IAsyncDisposable
{
    /// <summary>Of this process: two may begin in one millisecond, in tests.</summary>
    private static int _runs;

    private readonly TelemetryLimits _limits;
    private readonly OtlpLimits _otlp;
    private readonly TimeProvider _time;
    private readonly RunFolder _folder;
    private readonly RunJournal? _journal;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private (string Id, TelemetryStore Store)? _opened;

    public TelemetryRuns(
        RunSettings settings, TelemetryLimits limits, OtlpLimits otlp, IHostEnvironment host, TimeProvider time, ILogger<TelemetryRuns> logger)
    {
        (_limits, _otlp, _time) = (limits, otlp, time);
        _folder = new RunFolder(Path.GetFullPath(settings.Folder, host.ContentRootPath), settings);
        CurrentId = RunFolder.NewId(time.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref _runs):D4}"));
        Current = new TelemetryStore(limits, time);
        _journal = settings.Most > 0 ? new RunJournal(_folder.PathOf(CurrentId), settings, logger) : null;
        Intake = new OtlpIntake(Current, otlp, time, _journal is null ? null : _journal.Add);
        if (_journal is not null)
            _ = Task.Run(Prune);
    }

    public string CurrentId { get; }

    /// <summary>Of this run.</summary>
    public string Folder => _folder.PathOf(CurrentId);

    /// <summary>What comes in now.</summary>
    public TelemetryStore Current { get; }

    public OtlpIntake Intake { get; }

    /// <summary>Requests of this run that the disk was too slow for: they are in memory, and will not be among what is kept.</summary>
    public long LeftOut => _journal?.LeftOut ?? 0;

    /// <summary>The latest first; the current one is among them once something of it is on disk.</summary>
    public IReadOnlyList<TelemetryRun> List() => _folder.List(CurrentId);

    /// <summary>Null when there is no such run. One past run is in memory at a time: another takes its place.</summary>
    public async Task<TelemetryStore?> OpenAsync(string? id, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(id) || id == CurrentId)
            return Current;

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_opened is { } opened && opened.Id == id)
                return opened.Store;

            // Of those that are listed, and so no path that somebody has made up.
            if (!List().Any(run => run.Id == id))
                return null;

            _opened = null;
            var store = await Task.Run(() => Load(id, cancellationToken), cancellationToken);
            _opened = (id, store);
            return store;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Makes a past run of a file.</summary>
    /// <exception cref="OtlpFormatException">A line is not OTLP; nothing is kept.</exception>
    public async Task<TelemetryRun> ImportAsync(string name, TextReader file, CancellationToken cancellationToken)
    {
        var id = RunFolder.NewId(_time.GetUtcNow(), RunFolder.Suffix(name));
        try
        {
            await using (var import = new RunImport(_folder.PathOf(id)))
            {
                for (var line = 1; await file.ReadLineAsync(cancellationToken) is { } text; line++)
                {
                    if (!string.IsNullOrWhiteSpace(text))
                        await import.AddAsync(OtlpImport.ReadLine(text, line), cancellationToken);
                }
            }

            return List().FirstOrDefault(run => run.Id == id) ?? throw new OtlpFormatException("There is nothing in it.");
        }
        catch
        {
            if (Directory.Exists(_folder.PathOf(id)))
                Directory.Delete(_folder.PathOf(id), recursive: true);
            throw;
        }
    }

    /// <summary>Removes what earlier runs have left over the limit.</summary>
    private void Prune() => _folder.Prune(CurrentId);

    public async ValueTask DisposeAsync()
    {
        if (_journal is not null)
            await _journal.DisposeAsync();
        _opening.Dispose();
    }

    private TelemetryStore Load(string id, CancellationToken cancellationToken)
    {
        var store = new TelemetryStore(_limits, _time);
        var intake = new OtlpIntake(store, _otlp, _time);
        foreach (var request in _folder.Read(id))
        {
            cancellationToken.ThrowIfCancellationRequested();
            intake.Take(request);
        }

        return store;
    }
}

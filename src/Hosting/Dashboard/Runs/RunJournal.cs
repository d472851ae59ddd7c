using System.Globalization;
using System.Threading.Channels;
using Google.Protobuf;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>
/// Writes what comes in this run to its folder, in files that are only appended to. Each request is handed to the system at once, so that a process
/// that is killed has lost no more than what still waited. Nobody waits for the disk: where it cannot keep up, requests are left out.
/// </summary>
internal sealed class RunJournal : IAsyncDisposable
{
    public const string Extension = ".otlp";

    private const int MostWaiting = 256;

    private readonly string _folder;
    private readonly RunSettings _settings;
    private readonly ILogger _logger;
    private readonly Channel<IMessage> _waiting;
    private readonly Task _writing;
    private readonly Queue<(string Path, long Length)> _closed = [];
    private FileStream? _file;
    private int _files;
    private long _leftOut;
    private volatile bool _isEnded;

    /// <param name="folder">Is made with the first request: a run without telemetry leaves nothing.</param>
    public RunJournal(string folder, RunSettings settings, ILogger logger)
    {
        (_folder, _settings, _logger) = (folder, settings, logger);
        _waiting = Channel.CreateBounded<IMessage>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }, _ => Interlocked.Increment(ref _leftOut));
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Requests that the disk was too slow for.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    public void Add(IMessage request)
    {
        if (!_isEnded)
            _waiting.Writer.TryWrite(request);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        _file?.Dispose();
        _file = null;
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var request in _waiting.Reader.ReadAllAsync())
                Write(RunFrame.Write(request));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The run goes on without; its telemetry is still in memory.
            _isEnded = true;
            _logger.LogWarning("The telemetry of this run is not kept: {Reason}", exception.Message);
        }
    }

    private void Write(ReadOnlySpan<byte> frame)
    {
        if (_file is not null && _file.Length + frame.Length > _settings.SegmentBytes)
        {
            _closed.Enqueue((_file.Name, _file.Length));
            _file.Dispose();
            _file = null;
        }

        _file ??= Open();
        _file.Write(frame);
        while (_closed.Count > 0 && _closed.Sum(static f => f.Length) + _file.Length > _settings.MaxBytes)
            File.Delete(_closed.Dequeue().Path);
    }

    /// <summary>Without a buffer of its own: what is written is with the system, which outlives the process.</summary>
    private FileStream Open()
    {
        Directory.CreateDirectory(_folder);
        var name = (++_files).ToString("D6", CultureInfo.InvariantCulture) + Extension;
        return new FileStream(Path.Combine(_folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
    }
}

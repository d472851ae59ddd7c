using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>Writes the one file of an imported run.</summary>
internal sealed class RunImport(string folder) : IAsyncDisposable
{
    private FileStream? _file;

    public async Task AddAsync(IMessage request, CancellationToken cancellationToken)
    {
        if (_file is null)
        {
            Directory.CreateDirectory(folder);
            _file = new FileStream(Path.Combine(folder, "000001" + RunJournal.Extension), FileMode.CreateNew, FileAccess.Write);
        }

        await _file.WriteAsync(RunFrame.Write(request), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
            await _file.DisposeAsync();
    }
}

using System.Buffers;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Problems;
using RegressionAnalyzer.Api.Storage;
using RegressionAnalyzer.Api.Telemetry;

namespace RegressionAnalyzer.Api.Uploads;

/// <summary>Takes a file in: streamed to the data volume, inspected there, and kept only when it is a table.</summary>
internal sealed class UploadIntake(
    UploadStore store, FreeSpace space, ServiceTelemetry telemetry, IOptions<UploadOptions> options, TimeProvider time, ILogger<UploadIntake> logger)
    : IDisposable
{
    private const int BufferSize = 128 * 1024;
    private const long MultipartAllowance = 64 * 1024;

    /// <summary>Reading a table costs a processor; more at once than there are would only make each slower, and health calls late.</summary>
    private readonly SemaphoreSlim _readers = new(Environment.ProcessorCount);

    private readonly long _maxBytes = options.Value.MaxBytes;

    /// <exception cref="RequestException">The request is not an upload, too large, or was cut.</exception>
    /// <exception cref="TableFormatException">The file is no table.</exception>
    public async Task<UploadRecord> TakeAsync(HttpRequest request, bool skipBadRows, CancellationToken cancellationToken)
    {
        if (request.ContentLength > _maxBytes + MultipartAllowance)
            throw TooLarge();
        space.Demand(request.ContentLength ?? 0);

        var file = await UploadRequest.FindFileAsync(request, cancellationToken);
        var name = FileName.Checked(file.FileName);
        var id = Id.New();
        using var scope = logger.BeginScope("upload {UploadId}", id);

        var temporary = store.NewTemporary();
        try
        {
            var size = await ReceiveAsync(file.FileStream!, temporary, cancellationToken);
            await ReadToEndAsync(request.Body, size, cancellationToken);
            var table = await InspectAsync(temporary, name, skipBadRows, cancellationToken);
            var record = new UploadRecord(id, name, size, time.GetUtcNow(), table.Rows, table.Columns, table.Warnings, table.Transposed, table.TransposeDecision, skipBadRows);
            store.Keep(temporary, record);
            telemetry.Uploaded(size);
            logger.LogInformation("Took {Size} bytes: {Rows} rows, {Columns} columns", size, table.Rows, table.Columns.Count);
            return record;
        }
        finally
        {
            WholeFile.Discard(temporary);
        }
    }

    public void Dispose() => _readers.Dispose();

    private async Task<long> ReceiveAsync(Stream source, string path, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var target = WholeFile.Create(path, async: true);
            long size = 0;
            while (await CutUpload.ReadAsync(() => source.ReadAsync(buffer, cancellationToken), size) is > 0 and var read)
            {
                size += read;
                if (size > _maxBytes)
                    throw TooLarge();
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            target.Flush(flushToDisk: true);
            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Sees the body end as it should: one that was cut may have lost more than what follows the file.</summary>
    private async Task ReadToEndAsync(Stream body, long size, CancellationToken cancellationToken)
    {
        var rest = new byte[4096];
        long extra = 0;
        while (await CutUpload.ReadAsync(() => body.ReadAsync(rest, cancellationToken), size) is > 0 and var read)
        {
            extra += read;
            if (extra > MultipartAllowance)
                throw TooLarge();
        }
    }

    private async Task<TableSummary> InspectAsync(string path, string name, bool skipBadRows, CancellationToken cancellationToken)
    {
        using var span = ServiceTelemetry.Traces.StartActivity("inspect");
        await _readers.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(() => Inspect(path, name, skipBadRows, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _readers.Release();
        }
    }

    private static TableSummary Inspect(string path, string name, bool skipBadRows, CancellationToken cancellationToken)
    {
        ComputeThread.GiveWay();
        return Analyzer.Inspect(path, name, transpose: null, skipBadRows, cancellationToken);
    }

    private RequestException TooLarge() => new(StatusCodes.Status413PayloadTooLarge,
        $"The file is larger than {Quantity.OfBytes(_maxBytes)}, the largest that is taken here.",
        new KeyValuePair<string, object?>("max_bytes", _maxBytes));
}

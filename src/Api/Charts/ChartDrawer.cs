using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Results;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Charts;

/// <summary>Opens a chart's file, and draws it when nobody has yet. Whichever replica is asked does that; two at once write the same bytes, and the last rename stays.</summary>
internal sealed class ChartDrawer(ResultStore results, ILogger<ChartDrawer> logger) : IDisposable
{
    /// <summary>A page asks for all its charts at once: drawing more of them than there are processors would only make other calls late.</summary>
    private readonly SemaphoreSlim _pencils = new(Environment.ProcessorCount);

    /// <returns>Null when the result is gone.</returns>
    public async Task<Stream?> OpenAsync(string jobId, string chart, ChartTheme theme, ChartFormat format, CancellationToken cancellationToken)
    {
        var file = ChartFiles.Name(chart, theme, format);
        if (results.OpenChart(jobId, file) is { } drawn)
            return drawn;
        await _pencils.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(
                () => Draw(jobId, chart, theme, format) is { } picture ? Keep(jobId, file, picture) : null,
                cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _pencils.Release();
        }
    }

    public void Dispose() => _pencils.Dispose();

    private MemoryStream? Draw(string jobId, string chart, ChartTheme theme, ChartFormat format)
    {
        using var data = results.OpenChart(jobId, ChartFiles.Data);
        if (data is null || ChartSet.Load(data).FirstOrDefault(each => each.Name == chart) is not { } found)
            return null;
        var picture = new MemoryStream();
        format.Draw(found, picture, theme);
        picture.Position = 0;
        return picture;
    }

    /// <summary>A disk that is full, or a result deleted meanwhile, is no reason to withhold a picture that is there.</summary>
    private MemoryStream Keep(string jobId, string file, MemoryStream picture)
    {
        try
        {
            results.KeepChart(jobId, file, picture.ToArray());
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            logger.LogInformation("The chart {Chart} of job {JobId} was drawn and not kept: {Reason}", file, jobId, Errno.Describe(trouble));
        }

        return picture;
    }
}

using System.Diagnostics;
using RegressionAnalyzer.Analysis;

namespace RegressionAnalyzer.Api.Telemetry;

/// <summary>Times the stages of an analysis as it reports them, and passes the reports on.</summary>
internal sealed class StageClock(IProgress<AnalysisProgress> next, ServiceTelemetry telemetry, TimeProvider time) : IProgress<AnalysisProgress>, IDisposable
{
    private string? _stage;
    private long _since;
    private Activity? _span;

    public void Report(AnalysisProgress value)
    {
        next.Report(value);
        if (value.Stage == _stage)
            return;
        Dispose();
        (_stage, _since, _span) = (value.Stage, time.GetTimestamp(), ServiceTelemetry.Traces.StartActivity(value.Stage));
    }

    /// <summary>Ends the stage under way.</summary>
    public void Dispose()
    {
        if (_stage is null)
            return;
        telemetry.Passed(_stage, time.GetElapsedTime(_since));
        _span?.Dispose();
        _stage = null;
    }
}

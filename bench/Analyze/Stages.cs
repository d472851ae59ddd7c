using System.Diagnostics;
using RegressionAnalyzer.Analysis;

namespace RegressionAnalyzer.Bench;

/// <summary>Says when each stage starts.</summary>
internal sealed class Stages(Stopwatch? clock) : IProgress<AnalysisProgress>
{
    public void Report(AnalysisProgress value)
    {
        if (clock is not null)
            Console.Error.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalMilliseconds,8:0} ms {Environment.CpuUsage.TotalTime.TotalMilliseconds,8:0} ms of processor  {value.Stage}"));
    }
}

using System.Diagnostics;
using BenchmarkDotNet.Running;
using RegressionAnalyzer.Bench.Publish;

// "cold N" is what one publish pays: the first run of a fresh process, with nothing compiled yet.
if (args is ["cold", var services])
{
    using var chart = new SampleChart(int.Parse(services, System.Globalization.CultureInfo.InvariantCulture));
    var watch = Stopwatch.StartNew();
    var report = chart.Finish();
    Console.WriteLine($"{services} services, {report.Objects.Count} objects: {watch.ElapsedMilliseconds} ms, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
    return;
}

BenchmarkSwitcher.FromTypes([typeof(FinishBenchmark)]).Run(args);

using BenchmarkDotNet.Attributes;

namespace RegressionAnalyzer.Bench.Publish;

/// <summary>From the raw chart on disk to the finished artifacts on disk.</summary>
[InProcess]
[MemoryDiagnoser]
public class FinishBenchmark : IDisposable
{
    private SampleChart _chart = null!;

    [Params(1, 10, 100)]
    public int Services { get; set; }

    [GlobalSetup]
    public void SetUp() => _chart = new SampleChart(Services);

    [GlobalCleanup]
    public void Dispose()
    {
        _chart.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public int Finish() => _chart.Finish().Files.Count;
}

using BenchmarkDotNet.Attributes;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Analysis.Charts;
using RegressionAnalyzer.Analysis.Importance;
using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Prediction;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Bench.Stages;

/// <summary>Each stage of an analysis by itself, on what the stages before it made.</summary>
[InProcess]
[MemoryDiagnoser]
public class StageBenchmark : IDisposable
{
    private static readonly AnalysisRequest Request = new() { Target = "revenue" };

    private SampleFile _file = null!;
    private Table _table = null!;
    private Design _design = null!;
    private Moments _moments = null!;
    private LeastSquaresFit _fit = null!;
    private LinearRegression _regression = null!;
    private ForestRows _rows = null!;
    private Forest _forest = null!;
    private int[][] _shuffles = null!;
    private FeatureImportance _importance = null!;
    private IReadOnlyList<MinMax> _ranges = null!;
    private IReadOnlyList<Chart> _charts = null!;

    [Params(10_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _file = new SampleFile(Rows);
        _table = Loading();
        _design = new Design(ChosenColumns.From(_table, Request, []));
        _fit = LeastSquaresFit.Of(_table, _design, CancellationToken.None);
        _moments = _fit.System.Moments;
        _regression = InferenceTable.Of(_fit, Diagnostics(), StandardErrors.Classical, []);
        var complete = CompleteRows.Of(_table.Sample, _design);
        _rows = ForestRows.Of(_design, complete, _fit.Rows, [])!;
        _forest = Forest();
        var random = new RandomStream(3);
        _shuffles = [.. Enumerable.Range(0, ShuffleErrors.ShuffleCount).Select(_ => random.Permutation(_rows.Test.Count))];
        _importance = PermutationImportance.Of(_design, complete, _fit.Rows, [], CancellationToken.None)!;
        _ranges = [.. _table.Columns.Select(column => column.Extremes).OfType<MinMax>()];
        _charts = new ChartSet(ChartData.Of(_table.Sample, _fit, _regression, _importance, _ranges));
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>File to columns, and what there is to know of each.</summary>
    [Benchmark]
    public object LoadingAndSummaries() => Loading().Columns;

    /// <summary>All sums of products, from rows that are in memory up to 96 MB and in the file beyond.</summary>
    [Benchmark]
    public object MomentsOfRows() => LeastSquaresFit.Of(_table, _design, CancellationToken.None);

    /// <summary>Sums to coefficients.</summary>
    [Benchmark]
    public object Solve() => LeastSquaresFit.Solve(_design, _moments, []);

    /// <summary>Coefficients to standard errors, tests and intervals.</summary>
    [Benchmark]
    public object Inference() => InferenceTable.Of(_fit, null, StandardErrors.Classical, []);

    [Benchmark(Description = "Diagnostics")]
    public object DiagnosticsOfRows() => Diagnostics()!;

    /// <summary>A hundred trees.</summary>
    [Benchmark(Description = "Forest")]
    public object ForestOfRows() => Forest();

    /// <summary>Ten shuffles of each feature.</summary>
    [Benchmark]
    public object Shuffles() => new ShuffleErrors(_forest, _rows.Test, _shuffles).Measure(CancellationToken.None);

    /// <summary>What charts show, without drawing them.</summary>
    [Benchmark]
    public object ChartsPrepared() => new ChartSet(ChartData.Of(_table.Sample, _fit, _regression, _importance, _ranges));

    [Benchmark]
    public long ChartsAsPng() => Written((chart, stream) => chart.WritePng(stream, ChartTheme.Light));

    [Benchmark]
    public long ChartsAsSvg() => Written((chart, stream) => chart.WriteSvg(stream, ChartTheme.Light));

    [Benchmark]
    public object WholeAnalysis() => Analyzer.Analyze(_file.Path, "table.csv", Request);

    private Table Loading() => Table.Open(_file.Path, "table.csv", new TableOptions(SkipBadRows: false, Transpose: false, []), CancellationToken.None);

    private ResidualSums? Diagnostics() => ResidualScan.Of(_table, _fit, StandardErrors.Classical, CancellationToken.None);

    private Forest Forest() => Analysis.Importance.Forest.Grow(_rows.Training, 42, CancellationToken.None);

    private long Written(Action<Chart, Stream> write)
    {
        var bytes = 0L;
        Parallel.ForEach(_charts, chart =>
        {
            using var stream = new MemoryStream();
            write(chart, stream);
            Interlocked.Add(ref bytes, stream.Length);
        });
        return bytes;
    }
}

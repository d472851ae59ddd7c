using System.Text;

namespace RegressionAnalyzer.Analysis.Tests;

/// <summary>A real file with a table in it, gone when the test is.</summary>
internal sealed class TempTable : IDisposable
{
    public TempTable(string text, string fileName = "table.csv")
        : this(Encoding.UTF8.GetBytes(text), fileName)
    {
    }

    public TempTable(byte[] content, string fileName = "table.csv")
    {
        FileName = fileName;
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    public string FileName { get; }

    public TableSummary Inspect() => Analyzer.Inspect(Path, FileName, TestContext.Current.CancellationToken);

    public AnalysisResult Analyze(string? target = null, params string[] features) =>
        Analyze(new AnalysisRequest { Target = target, Features = features.Length == 0 ? null : features });

    public AnalysisResult Analyze(AnalysisRequest request) =>
        Analyzer.Analyze(Path, FileName, request, cancellationToken: TestContext.Current.CancellationToken);

    public void Dispose() => File.Delete(Path);
}

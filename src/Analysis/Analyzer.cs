namespace RegressionAnalyzer.Analysis;

/// <summary>The way in: a table goes in once and comes out as statistics and charts.</summary>
public static class Analyzer
{
    /// <summary>Reads a table once and says what its columns hold.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileName">The name the analyst gave it: its ending tells the format.</param>
    /// <exception cref="TableFormatException">It is no table: empty, binary, a header only, a row that does not fit.</exception>
    public static TableSummary Inspect(string path, string fileName, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>Analyses a table.</summary>
    /// <exception cref="AnalysisException">The table or the request cannot be analysed; the type says which.</exception>
    public static AnalysisResult Analyze(
        string path, string fileName, AnalysisRequest request, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}

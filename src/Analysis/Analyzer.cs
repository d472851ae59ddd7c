using RegressionAnalyzer.Analysis.Charts;
using RegressionAnalyzer.Analysis.Importance;
using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Prediction;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>The way in: a table goes in once and comes out as statistics and charts.</summary>
public static class Analyzer
{
    /// <summary>Reads a table once and says what its columns hold.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileName">The name the analyst gave it: its ending tells the format.</param>
    /// <exception cref="TableFormatException">It is no table: empty, binary, a header only, a row that does not fit.</exception>
    public static TableSummary Inspect(string path, string fileName, CancellationToken cancellationToken = default) =>
        Inspect(path, fileName, transpose: null, skipBadRows: false, cancellationToken);

    /// <summary>Reads a table once and says what its columns hold.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileName">The name the analyst gave it.</param>
    /// <param name="transpose">Whether rows and columns change places; decided by a rule when null.</param>
    /// <param name="skipBadRows">Whether rows with another number of fields than the header are passed over and counted in a warning.</param>
    /// <exception cref="TableFormatException">It is no table: empty, binary, a header only, a row that does not fit.</exception>
    public static TableSummary Inspect(
        string path, string fileName, bool? transpose, bool skipBadRows = false, CancellationToken cancellationToken = default)
    {
        var table = Table.Open(path, fileName, new TableOptions(skipBadRows, transpose, []), cancellationToken);
        return new TableSummary(table.Rows, Summaries(table), table.Warnings) { Transposed = table.IsTransposed, TransposeDecision = table.TransposeDecision };
    }

    /// <summary>Analyses a table.</summary>
    /// <exception cref="AnalysisException">The table or the request cannot be analysed; the type says which.</exception>
    public static AnalysisResult Analyze(
        string path, string fileName, AnalysisRequest request, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        progress?.Report(new("loading", 0));
        var table = Table.Open(path, fileName, OptionsFor(request), cancellationToken);

        progress?.Report(new("regression", 0.5));
        var chosen = new List<string>();
        var model = ChosenColumns.From(table, request, chosen);
        var fit = LeastSquaresFit.Of(table, new Design(model), cancellationToken);
        var inference = new List<string>(fit.Warnings);
        var residuals = request.Diagnostics || request.StandardErrors != StandardErrors.Classical
            ? ResidualScan.Of(table, fit, request.StandardErrors, cancellationToken)
            : null;
        var regression = InferenceTable.Of(fit, residuals, request.StandardErrors, inference);

        progress?.Report(new("prediction", 0.6));
        var rows = new Lazy<CompleteRows>(() => CompleteRows.Of(table.Sample, fit.Design));
        if (request.Holdout || request.CrossValidationFolds is not null)
            UnseenRows.SayHowMany(rows.Value, fit.Rows, inference);
        regression = regression with
        {
            Holdout = request.Holdout ? UnseenRows.Holdout(fit, rows.Value, inference, cancellationToken) : null,
            CrossValidation = request.CrossValidationFolds is { } folds
                ? UnseenRows.CrossValidation(fit, rows.Value, folds, inference, cancellationToken)
                : null,
        };

        progress?.Report(new("importance", 0.7));
        var importance = request.Importance ? PermutationImportance.Of(fit.Design, rows.Value, fit.Rows, inference, cancellationToken) : null;

        progress?.Report(new("charts", 0.9));
        IReadOnlyList<MinMax> minmax = [.. table.Columns.Select(column => column.Extremes).OfType<MinMax>()];
        var charts = new ChartSet(ChartData.Of(table.Sample, fit, regression, importance, minmax));
        progress?.Report(new("done", 1));
        return new AnalysisResult
        {
            Rows = table.Rows,
            Columns = table.Columns.Count,
            Transposed = table.IsTransposed,
            TransposeDecision = table.TransposeDecision,
            ColumnAnalysis = Summaries(table),
            Statistics = new Statistics
            {
                Minmax = minmax,
                LinearRegression = regression,
                FeatureImportance = importance,
                Warnings = inference,
            },
            Charts = charts,
            Warnings = [.. table.Warnings, .. chosen],
        };
    }

    private static TableOptions OptionsFor(AnalysisRequest request) => new(request.SkipBadRows, request.Transpose, [.. request.Named()])
    {
        Early = (start, kinds) => EarlyMoments.For(request, start, kinds),
        Keep = request.Diagnostics || request.StandardErrors != StandardErrors.Classical,
    };

    private static List<ColumnSummary> Summaries(Table table) => [.. table.Columns.Select(column => new ColumnSummary
    {
        Name = column.Name,
        Type = column.Type,
        Count = column.Count,
        Missing = column.Missing,
        Unique = column.Distinct,
        Mean = column.Extremes?.Mean,
        Std = column.Extremes?.Std,
        Min = column.Extremes?.MinValue,
        Q1 = column.Quartiles?.Q1,
        Median = column.Quartiles?.Median,
        Q3 = column.Quartiles?.Q3,
        Max = column.Extremes?.MaxValue,
        SampleValues = column.SampleValues,
    })];
}

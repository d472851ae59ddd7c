using Microsoft.AspNetCore.Http.HttpResults;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Problems;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Analyses;

/// <summary>Holds a request against the columns in the upload's record, so that what cannot be analysed is refused at once, without reading the table.</summary>
internal static class RequestCheck
{
    private const int MaxContext = 4000;

    /// <summary>What is wrong, as problem details; null when the job may be taken on.</summary>
    public static ProblemHttpResult? Find(AnalyzeRequest request, UploadRecord upload)
    {
        if (request.Context?.Length > MaxContext)
            return Unfit($"The context has {request.Context.Length} characters. At most {MaxContext} are allowed.", upload);
        if (ModelCheck.OfRequest(request) is { } unfit)
            return Unfit(unfit, upload);
        if (request.Transpose is { } turned && turned != upload.Transposed)
            return null; // other columns than those in the record: the job sees them

        var columns = upload.Columns.ToDictionary(static column => column.Name, StringComparer.Ordinal);
        if (request.Target is { } target && !columns.ContainsKey(target))
            return Unknown("target", target, upload);
        if (request.Target is { } text && columns[text].Type != ColumnType.Numeric)
            return Unfit($"The target '{text}' is {Name(columns[text].Type)}. A regression explains a number: choose one of {List(Numeric(upload))}.", upload, text);
        if (!Numeric(upload).Any())
            return Unfit("The table has no numeric column, so there is nothing a regression could explain.", upload);
        if (ModelCheck.Weights(request, columns) is { } weights)
            return Unfit(weights, upload, request.Weights);
        return request.Formula is { } formula ? Formula(formula, upload) : Features(request, upload, columns) ?? Rows(request, upload);
    }

    private static ProblemHttpResult? Features(AnalyzeRequest request, UploadRecord upload, Dictionary<string, ColumnSummary> columns)
    {
        if (request.Features is not { } features)
            return null;
        if (features.Count == 0)
            return Unfit("'features' is empty. Name at least one column, or leave it out to use every other column.", upload);
        if (features.Any(static name => name is null))
            return Unfit("'features' holds null. Name columns, or leave it out to use every other column.", upload);
        if (features.FirstOrDefault(name => !columns.ContainsKey(name)) is { } unknown)
            return Unknown("features", unknown, upload);
        if (features.CountBy(static name => name).FirstOrDefault(static pair => pair.Value > 1).Key is { } twice)
            return Unfit($"'features' names '{twice}' more than once.", upload, twice);
        return request.Target is { } target && features.Contains(target)
            ? Unfit($"'{target}' is both the target and a feature. It would explain itself.", upload, target)
            : null;
    }

    /// <summary>Every numeric feature has a coefficient, every other at least one, and the intercept makes one more.</summary>
    private static ProblemHttpResult? Rows(AnalyzeRequest request, UploadRecord upload)
    {
        if (request.Features is not { } features)
            return null;
        var coefficients = features.Count + (request.Intercept ? 1 : 0);
        return upload.Rows < coefficients
            ? Unfit($"The table has {upload.Rows} rows, and {features.Count} features{(request.Intercept ? " with the intercept" : "")} need at least {coefficients}. Choose fewer features.", upload)
            : null;
    }

    private static ProblemHttpResult? Formula(string formula, UploadRecord upload)
    {
        try
        {
            Analysis.Formula.Check(formula, upload.Columns);
            return null;
        }
        catch (FormulaException unreadable)
        {
            return Unfit(unreadable.Message, upload, null, new("position", unreadable.Position));
        }
        catch (UnknownColumnException unknown)
        {
            return Unknown("formula", unknown.Column, upload);
        }
        catch (UnsuitableColumnException unsuitable)
        {
            return Unfit(unsuitable.Message, upload, unsuitable.Column);
        }
    }

    private static IEnumerable<string> Numeric(UploadRecord upload) =>
        upload.Columns.Where(static column => column.Type == ColumnType.Numeric).Select(static column => column.Name);

    private static IEnumerable<string> Names(UploadRecord upload) => upload.Columns.Select(static column => column.Name);

    private static string Name(ColumnType type) => type == ColumnType.Empty ? "empty" : $"a column of {type.ToString().ToLowerInvariant()} values";

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns);

    private static ProblemHttpResult Unknown(string member, string column, UploadRecord upload) =>
        Unfit($"'{member}' names '{column}', which is no column of this table.{Spelling.DidYouMean(column, Names(upload))} It has: {List(Names(upload))}.", upload, column);

    private static ProblemHttpResult Unfit(string detail, UploadRecord upload, string? column = null, KeyValuePair<string, object?>? further = null)
    {
        List<KeyValuePair<string, object?>> more = [new("columns", upload.Columns.Select(static known => known.Name).ToArray())];
        if (column is not null)
            more.Add(new("column", column));
        if (further is { Value: not null } one)
            more.Add(one);
        return Problem.Of(StatusCodes.Status422UnprocessableEntity, detail, more);
    }
}

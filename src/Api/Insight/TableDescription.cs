using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Insight;

/// <summary>All that leaves the service for a language model: names, types, counts and a few values of columns.</summary>
/// <param name="Context">What the analyst says of the table.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Columns">At most <see cref="MaxColumns"/> of them.</param>
/// <param name="ColumnsLeftOut">How many more there are.</param>
internal sealed record TableDescription(string? Context, long Rows, IReadOnlyList<ColumnDescription> Columns, int ColumnsLeftOut)
{
    private const int MaxColumns = 150;
    private const int MaxName = 200;
    private const int MaxValue = 60;

    public static TableDescription Of(JobRecord job, UploadRecord upload)
    {
        // A name is the key by which the model answers, so it is sent whole or not at all.
        var columns = upload.Columns.Where(static column => column.Name.Length <= MaxName).Take(MaxColumns)
            .Select(static column => new ColumnDescription(column.Name, column.Type, column.Count, column.Missing, [.. column.SampleValues.Select(Short)]))
            .ToList();
        return new(job.Context, upload.Rows, columns, upload.Columns.Count - columns.Count);
    }

    private static string Short(string value) => value.Length <= MaxValue ? value : string.Concat(value.AsSpan(0, MaxValue), "…");
}

/// <summary>A column as a language model sees it.</summary>
internal sealed record ColumnDescription(string Name, ColumnType Type, long Count, long Missing, IReadOnlyList<string> SampleValues);

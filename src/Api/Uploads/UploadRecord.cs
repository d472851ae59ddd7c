using RegressionAnalyzer.Analysis;

namespace RegressionAnalyzer.Api.Uploads;

/// <summary>What is known of an upload: written once, after the table itself, so that an upload with a record is whole.</summary>
/// <param name="UploadId">The upload's id.</param>
/// <param name="Filename">The name the analyst's file had; for display, and its ending tells the format. Never part of a path.</param>
/// <param name="Size">The file's bytes.</param>
/// <param name="UploadedAt">When, by the clock of the replica that took it.</param>
/// <param name="Rows">The table's rows.</param>
/// <param name="Columns">The columns with what they hold.</param>
/// <param name="Warnings">What was noticed while reading.</param>
internal sealed record UploadRecord(
    string UploadId,
    string Filename,
    long Size,
    DateTimeOffset UploadedAt,
    long Rows,
    IReadOnlyList<ColumnSummary> Columns,
    IReadOnlyList<string> Warnings);

/// <summary>An upload as its owner sees it.</summary>
internal sealed record UploadView(
    string UploadId,
    string Filename,
    long Size,
    string Status,
    long Rows,
    IReadOnlyList<ColumnSummary> Columns,
    IReadOnlyList<string> Warnings)
{
    public static UploadView Of(UploadRecord upload) =>
        new(upload.UploadId, upload.Filename, upload.Size, "uploaded", upload.Rows, upload.Columns, upload.Warnings);
}

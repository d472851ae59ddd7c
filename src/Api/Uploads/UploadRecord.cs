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
/// <param name="Transposed">Whether rows and columns changed places, by the rule that decides when nobody says.</param>
/// <param name="TransposeDecision">Why, or why not.</param>
/// <param name="SkipBadRows">Whether rows that do not fit are passed over; otherwise there is none.</param>
internal sealed record UploadRecord(
    string UploadId,
    string Filename,
    long Size,
    DateTimeOffset UploadedAt,
    long Rows,
    IReadOnlyList<ColumnSummary> Columns,
    IReadOnlyList<string> Warnings,
    bool Transposed = false,
    string TransposeDecision = "",
    bool SkipBadRows = false);

/// <summary>An upload as its owner sees it.</summary>
internal sealed record UploadView(
    string UploadId,
    string Filename,
    long Size,
    string Status,
    long Rows,
    IReadOnlyList<ColumnSummary> Columns,
    IReadOnlyList<string> Warnings,
    bool Transposed,
    string TransposeDecision)
{
    public static UploadView Of(UploadRecord upload) =>
        new(upload.UploadId, upload.Filename, upload.Size, "uploaded", upload.Rows, upload.Columns, upload.Warnings,
            upload.Transposed, upload.TransposeDecision);
}

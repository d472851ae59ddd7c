using System.Text.Json.Serialization;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Charts;
using RegressionAnalyzer.Api.Insight;

namespace RegressionAnalyzer.Api.Results;

/// <summary>Where a job stands, or what it found; <c>status</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "status")]
[JsonDerivedType(typeof(ProcessingResult), "processing")]
[JsonDerivedType(typeof(CompletedResult), "completed")]
[JsonDerivedType(typeof(FailedResult), "failed")]
internal abstract record JobResult
{
    [JsonPropertyOrder(-1)]
    public required string JobId { get; init; }

    [JsonPropertyOrder(-1)]
    public required string UploadId { get; init; }

    [JsonPropertyOrder(-1)]
    public required string Filename { get; init; }
}

/// <summary>The job waits or runs.</summary>
internal sealed record ProcessingResult : JobResult
{
    /// <summary>What is under way, such as <c>queued</c>, <c>loading</c>, <c>regression</c>, <c>charts</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>How much of the whole is done, 0 to 1.</summary>
    public required double Progress { get; init; }
}

/// <summary>The job cannot be done; <c>error</c> says what is wrong and where.</summary>
internal sealed record FailedResult : JobResult
{
    public required string Error { get; init; }
}

/// <summary>The analysis in full.</summary>
internal sealed record CompletedResult : JobResult
{
    public required long Rows { get; init; }

    public required int Columns { get; init; }

    public required bool Transposed { get; init; }

    /// <summary>Why the table was turned, or was not.</summary>
    public required string TransposeDecision { get; init; }

    public required string? Context { get; init; }

    public required IReadOnlyList<ColumnSummary> ColumnAnalysis { get; init; }

    public required Statistics Statistics { get; init; }

    /// <summary>What a language model makes of the table; null when none was asked, or none answered.</summary>
    public required TableInsight? Insight { get; init; }

    public required IReadOnlyList<ChartLink> Charts { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }
}

using System.Text.Json;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Json;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Insight;

/// <summary>Holds an answer against the schema and the table. What comes out names only columns that exist and can be used so, and holds only plain text.</summary>
internal static class AnswerCheck
{
    private const int MaxText = 600;

    /// <exception cref="JsonException">It is not the JSON that was asked for.</exception>
    public static InsightAnswer Read(string text, UploadRecord upload)
    {
        // Models that cannot be held to a schema like to wrap their JSON in a fence or a sentence.
        var (from, to) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (from < 0 || to < from)
            throw new JsonException("There is no JSON object in it.");
        var answer = JsonSerializer.Deserialize(text.AsSpan(from, to - from + 1), ApiJson.Default.InsightAnswer) ?? throw new JsonException("It is null.");

        var columns = upload.Columns.ToDictionary(static column => column.Name, static column => column.Type, StringComparer.Ordinal);
        var target = answer.Target is { } named && columns.TryGetValue(named, out var type) && type == ColumnType.Numeric ? named : null;
        return new(
            Plain(answer.Context),
            target,
            [.. answer.Features.Where(name => name != target && columns.TryGetValue(name, out var kind) && kind is ColumnType.Numeric or ColumnType.Categorical)
                .Distinct(StringComparer.Ordinal)],
            [.. answer.Columns.Where(each => columns.ContainsKey(each.Column)).DistinctBy(static each => each.Column)
                .Select(static each => each with { Reason = Plain(each.Reason) })],
            answer.Transpose,
            Plain(answer.TransposeReason));
    }

    private static string Plain(string text)
    {
        var plain = string.Concat(text.Select(static letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return plain.Length <= MaxText ? plain : string.Concat(plain.AsSpan(0, MaxText), "…");
    }
}

using Aspire.Hosting.Dashboard.Search;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Shell;

/// <summary>What a person typed into a search box, as something that records match or do not.</summary>
/// <param name="Filter">Null when everything matches.</param>
/// <param name="Trouble">Why it cannot be read; until it can, everything matches.</param>
internal sealed record SearchText<T>(Predicate<T>? Filter, string? Trouble)
{
    public bool Matches(T record) => Filter is null || Filter(record);
}

internal static class SearchText
{
    public const string Hint = "Words to find anywhere, or field:value, -field:value, duration:>100ms, status:400..499, \"as it stands\"; and, or, ( )";

    public static SearchText<LogRecord> Logs(string? text) => Read(text, TelemetrySearch.ForLogs);

    public static SearchText<TraceSpan> Spans(string? text) => Read(text, TelemetrySearch.ForSpans);

    private static SearchText<T> Read<T>(string? text, Func<string?, Predicate<T>?> read)
    {
        try
        {
            return new(read(text), null);
        }
        catch (SearchException exception)
        {
            return new(null, exception.Message);
        }
    }
}

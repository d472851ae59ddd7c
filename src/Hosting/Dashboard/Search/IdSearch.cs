using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Search;

/// <summary>An id that somebody has pasted. Only whole ones: parts would mean to write out the ids of every record.</summary>
internal static class IdSearch
{
    public static bool Is(TraceId trace, SpanId span, string text) => text.Length switch
    {
        2 * TraceId.Length => TraceId.TryParse(text, out var id) && id == trace,
        2 * SpanId.Length => SpanId.TryParse(text, out var id) && id == span,
        _ => false,
    };
}

using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Search;

/// <summary>What a search calls the fields of a span.</summary>
internal abstract class SpanFields : ISearchable<TraceSpan>
{
    public static IEnumerable<string> FieldNames { get; } =
        ["name", "kind", "status", "duration", "resource", "instance", "scope", "trace", "span", "parent", "time", "event", "error"];

    public static bool TryGetField(TraceSpan span, string name, out FieldValue value)
    {
        FieldValue? found = name switch
        {
            "name" => FieldValue.Of(span.Name),
            "kind" => FieldValue.Of(NameOf(span.Kind)),
            "status" => FieldValue.Of(NameOf(span.Status), HttpStatusOf(span)),
            "duration" => FieldValue.Of(span.Duration),
            "resource" => FieldValue.Of(span.Resource.Name),
            "instance" => FieldValue.Of(span.Resource.InstanceId),
            "scope" => FieldValue.Of(span.Scope.Name),
            "trace" => FieldValue.Of(span.TraceId.ToString()),
            "span" => FieldValue.Of(span.SpanId.ToString()),
            "parent" when !span.IsRoot => FieldValue.Of(span.ParentSpanId.ToString()),
            "time" => FieldValue.Of(span.Start),
            "event" when span.Events.Length > 0 => FieldValue.Of(string.Join('\n', span.Events.Select(static e => e.Name))),
            "error" when span.IsError => FieldValue.Of(span.StatusMessage.Length > 0 ? span.StatusMessage : "error"),
            _ => null,
        };
        value = found.GetValueOrDefault();
        return found.HasValue;
    }

    public static bool Contains(TraceSpan span, string text) =>
        span.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || span.Resource.DisplayName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || span.Scope.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || span.StatusMessage.Contains(text, StringComparison.OrdinalIgnoreCase)
        || IdSearch.Is(span.TraceId, span.SpanId, text)
        || EventsContain(span, text);

    public static AttributeSets AttributesOf(TraceSpan span) => new(span.Attributes, span.Scope.Attributes, span.Resource.Attributes);

    /// <summary>By the names of today's and of earlier conventions.</summary>
    private static double? HttpStatusOf(TraceSpan span)
    {
        foreach (var attribute in span.Attributes)
        {
            if (attribute.Key is "http.response.status_code" or "http.status_code" && attribute.Value.TryGetNumber(out var code))
                return code;
        }

        return null;
    }

    private static bool EventsContain(TraceSpan span, string text)
    {
        foreach (var happened in span.Events)
        {
            if (happened.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || TelemetrySearch.Contains(happened.Attributes, text))
                return true;
        }

        return false;
    }

    private static string NameOf(SpanKind kind) => kind switch
    {
        SpanKind.Internal => "internal",
        SpanKind.Server => "server",
        SpanKind.Client => "client",
        SpanKind.Producer => "producer",
        SpanKind.Consumer => "consumer",
        _ => "unspecified",
    };

    private static string NameOf(SpanStatus status) => status switch
    {
        SpanStatus.Ok => "ok",
        SpanStatus.Error => "error",
        _ => "unset",
    };
}

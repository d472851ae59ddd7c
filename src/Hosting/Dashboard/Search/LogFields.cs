using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Search;

/// <summary>What a search calls the fields of a log record.</summary>
internal abstract class LogFields : ISearchable<LogRecord>
{
    public static IEnumerable<string> FieldNames { get; } =
        ["severity", "level", "message", "body", "resource", "instance", "scope", "category", "trace", "span", "time", "event", "exception"];

    public static bool TryGetField(LogRecord record, string name, out FieldValue value)
    {
        FieldValue? found = name switch
        {
            "severity" or "level" => FieldValue.Of(record.Severity),
            "message" or "body" => FieldValue.Of(record.Body),
            "resource" => FieldValue.Of(record.Resource.Name),
            "instance" => FieldValue.Of(record.Resource.InstanceId),
            "scope" or "category" => FieldValue.Of(record.Scope.Name),
            "trace" when !record.TraceId.IsEmpty => FieldValue.Of(record.TraceId.ToString()),
            "span" when !record.SpanId.IsEmpty => FieldValue.Of(record.SpanId.ToString()),
            "time" => FieldValue.Of(record.Time),
            "event" when record.EventName.Length > 0 => FieldValue.Of(record.EventName),
            "exception" when record.Exception is { } exception => FieldValue.Of(exception),
            _ => null,
        };
        value = found.GetValueOrDefault();
        return found.HasValue;
    }

    public static bool Contains(LogRecord record, string text) =>
        TelemetrySearch.Contains(record.Body, text)
        || record.Scope.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || record.Resource.DisplayName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || record.EventName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || IdSearch.Is(record.TraceId, record.SpanId, text);

    public static AttributeSets AttributesOf(LogRecord record) => new(record.Attributes, record.Scope.Attributes, record.Resource.Attributes);
}

using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Api;

/// <summary>Records as scripts read them: plain JSON with names in snake_case, durations in milliseconds, times in ISO's form.</summary>
internal static class TelemetryJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, LogRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("id", record.Id);
        json.WriteString("time", record.Time.Time);
        json.WriteString("severity", NameOf(record.Severity));
        json.WriteString("resource", record.Resource.Name);
        json.WriteString("instance", record.Resource.InstanceId);
        json.WriteString("category", record.Scope.Name);
        json.WriteString("message", record.Message);
        WriteIfAny(json, "event", record.EventName);
        WriteIfAny(json, "trace_id", record.TraceId.IsEmpty ? "" : record.TraceId.ToString());
        WriteIfAny(json, "span_id", record.SpanId.IsEmpty ? "" : record.SpanId.ToString());
        Write(json, record.Attributes);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, TraceSummary trace)
    {
        json.WriteStartObject();
        json.WriteString("trace_id", trace.TraceId.ToString());
        json.WriteString("name", trace.Name);
        json.WriteString("start", trace.Start.Time);
        json.WriteNumber("duration_ms", trace.Duration.TotalMilliseconds);
        json.WriteNumber("spans", trace.SpanCount);
        json.WriteNumber("errors", trace.ErrorCount);
        json.WriteBoolean("has_root", trace.HasRoot);
        json.WriteStartArray("resources");
        foreach (var part in trace.Resources)
            json.WriteStringValue(part.Resource.DisplayName);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, TraceNode node) => Write(json, node.Span, node.Depth);

    public static void Write(Utf8JsonWriter json, TraceSpan span) => Write(json, span, depth: null);

    private static void Write(Utf8JsonWriter json, TraceSpan span, int? depth)
    {
        json.WriteStartObject();
        json.WriteString("trace_id", span.TraceId.ToString());
        json.WriteString("span_id", span.SpanId.ToString());
        if (!span.IsRoot)
            json.WriteString("parent_span_id", span.ParentSpanId.ToString());
        if (depth is { } below)
            json.WriteNumber("depth", below);
        json.WriteString("name", span.Name);
        json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(span.Kind.ToString()));
        json.WriteString("resource", span.Resource.Name);
        json.WriteString("instance", span.Resource.InstanceId);
        json.WriteString("scope", span.Scope.Name);
        json.WriteString("start", span.Start.Time);
        json.WriteNumber("duration_ms", span.Duration.TotalMilliseconds);
        json.WriteString("status", JsonNamingPolicy.SnakeCaseLower.ConvertName(span.Status.ToString()));
        WriteIfAny(json, "status_message", span.StatusMessage);
        Write(json, span.Attributes);
        json.WriteStartArray("events");
        foreach (var happened in span.Events)
        {
            json.WriteStartObject();
            json.WriteString("time", happened.Time.Time);
            json.WriteString("name", happened.Name);
            Write(json, happened.Attributes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, TelemetryResource resource)
    {
        json.WriteStartObject();
        json.WriteString("name", resource.Name);
        json.WriteString("instance", resource.InstanceId);
        Write(json, resource.Attributes);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, MetricInstrument instrument)
    {
        json.WriteStartObject();
        json.WriteString("name", instrument.Name);
        json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(instrument.Kind.ToString()));
        json.WriteString("unit", instrument.Unit);
        json.WriteString("description", instrument.Description);
        json.WriteString("resource", instrument.Resource.Name);
        json.WriteString("instance", instrument.Resource.InstanceId);
        json.WriteString("scope", instrument.Scope.Name);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ChartLine line)
    {
        json.WriteStartObject();
        json.WriteString("name", line.Name);
        json.WriteStartArray("points");
        foreach (var point in line.Points)
        {
            json.WriteStartObject();
            json.WriteString("time", point.Time.Time);
            foreach (var (name, value) in new[] { ("value", point.Value), ("mean", point.Mean), ("p50", point.P50), ("p90", point.P90), ("p99", point.P99) })
            {
                if (double.IsFinite(value))
                    json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<TelemetryAttribute> attributes)
    {
        json.WritePropertyName("attributes");
        AttributeJson.Write(json, attributes.AsSpan());
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
            json.WriteString(name, value);
    }

    private static string NameOf(Severity severity) => JsonNamingPolicy.SnakeCaseLower.ConvertName(severity.ToString());
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>A value as plain JSON: for a person, and for scripts that ask. (OTLP's own JSON, which names the types, is written by the export.)</summary>
internal static class AttributeJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(AttributeValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value.Kind)
        {
            case AttributeKind.Boolean:
                writer.WriteBooleanValue(value.Boolean);
                break;
            case AttributeKind.Integer:
                writer.WriteNumberValue(value.Integer);
                break;
            case AttributeKind.Number when double.IsFinite(value.Number):
                writer.WriteNumberValue(value.Number);
                break;
            case AttributeKind.Empty:
                writer.WriteNullValue();
                break;
            case AttributeKind.List:
                writer.WriteStartArray();
                foreach (var item in value.List)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case AttributeKind.Map:
                Write(writer, value.Map.AsSpan());
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<TelemetryAttribute> attributes)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in attributes)
        {
            writer.WritePropertyName(key);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }
}

using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Values and sources as they go over the wire.</summary>
internal static class AttributeWriter
{
    public static IEnumerable<KeyValue> Write(IEnumerable<TelemetryAttribute> attributes) =>
        attributes.Select(static a => new KeyValue { Key = a.Key, Value = Write(a.Value) });

    public static AnyValue Write(AttributeValue value) => value.Kind switch
    {
        AttributeKind.Text => new AnyValue { StringValue = value.Text },
        AttributeKind.Boolean => new AnyValue { BoolValue = value.Boolean },
        AttributeKind.Integer => new AnyValue { IntValue = value.Integer },
        AttributeKind.Number => new AnyValue { DoubleValue = value.Number },
        AttributeKind.Bytes => new AnyValue { BytesValue = ByteString.CopyFrom(value.Bytes.Span) },
        AttributeKind.List => new AnyValue { ArrayValue = new ArrayValue { Values = { value.List.Select(Write) } } },
        AttributeKind.Map => new AnyValue { KvlistValue = new KeyValueList { Values = { Write(value.Map) } } },
        _ => new AnyValue(),
    };

    public static Resource Write(TelemetryResource resource) => new() { Attributes = { Write(resource.Attributes) } };

    public static Scope Write(InstrumentationScope scope) => new() { Name = scope.Name, Version = scope.Version, Attributes = { Write(scope.Attributes) } };

    public static ByteString Write(TraceId id) => id.IsEmpty ? ByteString.Empty : ByteString.CopyFrom(Convert.FromHexString(id.ToString()));

    public static ByteString Write(SpanId id) => id.IsEmpty ? ByteString.Empty : ByteString.CopyFrom(Convert.FromHexString(id.ToString()));
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;
using Google.Protobuf.Collections;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Attributes and other values from the wire, within limits. Of keys that come twice the first counts: pages rely on their being different.</summary>
internal sealed class AttributeReader(OtlpLimits limits, SharedStrings strings)
{
    private const char Ellipsis = '…';

    public OtlpLimits Limits => limits;

    /// <param name="dropped">Grows by what was left out.</param>
    public ImmutableArray<TelemetryAttribute> Read(RepeatedField<KeyValue> attributes, ref uint dropped)
    {
        var budget = limits.MaxValues;
        var read = ReadMap(attributes, depth: 0, ref budget);
        dropped += (uint)(attributes.Count - read.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray(read);
    }

    public ImmutableArray<TelemetryAttribute> Read(RepeatedField<KeyValue> attributes)
    {
        uint ignored = 0;
        return Read(attributes, ref ignored);
    }

    public AttributeValue Read(AnyValue? value)
    {
        var budget = limits.MaxValues;
        return value is null ? default : Read(value, depth: 0, ref budget);
    }

    /// <summary>Cut where it is too long, and shared with others where it is short.</summary>
    public string Text(string text) => strings.Share(Cut(text, limits.MaxTextLength));

    private string Key(string key) => strings.Share(Cut(key, limits.MaxKeyLength));

    private AttributeValue Read(AnyValue value, int depth, ref int budget)
    {
        if (--budget < 0 || depth > limits.MaxDepth)
            return AttributeValue.Of(Ellipsis.ToString());

        return value.ValueCase switch
        {
            AnyValue.ValueOneofCase.StringValue => AttributeValue.Of(Text(value.StringValue)),
            AnyValue.ValueOneofCase.BoolValue => AttributeValue.Of(value.BoolValue),
            AnyValue.ValueOneofCase.IntValue => AttributeValue.Of(value.IntValue),
            AnyValue.ValueOneofCase.DoubleValue => AttributeValue.Of(value.DoubleValue),
            AnyValue.ValueOneofCase.BytesValue => AttributeValue.Of(value.BytesValue.Span[..Math.Min(value.BytesValue.Length, limits.MaxTextLength)].ToArray()),
            AnyValue.ValueOneofCase.ArrayValue => AttributeValue.Of(ReadList(value.ArrayValue.Values, depth + 1, ref budget)),
            AnyValue.ValueOneofCase.KvlistValue => AttributeValue.Of(ReadMap(value.KvlistValue.Values, depth + 1, ref budget)),
            _ => default,
        };
    }

    private AttributeValue[] ReadList(RepeatedField<AnyValue> values, int depth, ref int budget)
    {
        var read = new AttributeValue[Math.Min(values.Count, Math.Max(budget, 0))];
        for (var i = 0; i < read.Length; i++)
            read[i] = Read(values[i], depth, ref budget);
        return read;
    }

    private TelemetryAttribute[] ReadMap(RepeatedField<KeyValue> attributes, int depth, ref int budget)
    {
        var read = new TelemetryAttribute[Math.Min(attributes.Count, limits.MaxAttributes)];
        var count = 0;
        foreach (var attribute in attributes)
        {
            if (count == read.Length || budget <= 0)
                break;

            var key = Key(attribute.Key);
            if (key.Length > 0 && !Has(read.AsSpan(0, count), key))
                read[count++] = new TelemetryAttribute(key, attribute.Value is null ? default : Read(attribute.Value, depth, ref budget));
        }

        return count == read.Length ? read : read[..count];
    }

    private static bool Has(ReadOnlySpan<TelemetryAttribute> attributes, string key)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Key == key)
                return true;
        }

        return false;
    }

    /// <summary>Not through the middle of a character.</summary>
    private static string Cut(string text, int length) => text.Length <= length ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), Ellipsis.ToString());
}

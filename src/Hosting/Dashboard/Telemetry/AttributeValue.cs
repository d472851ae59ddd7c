using System.Collections.Immutable;
using System.Globalization;

namespace Aspire.Hosting.Dashboard.Telemetry;

internal enum AttributeKind
{
    Empty,
    Text,
    Boolean,
    Integer,
    Number,
    Bytes,
    List,
    Map,
}

/// <summary>A value of an attribute, or the body of a log record. Numbers are kept without a box: there are millions of them.</summary>
internal readonly struct AttributeValue : IEquatable<AttributeValue>
{
    private readonly object? _object;
    private readonly long _bits;

    private AttributeValue(AttributeKind kind, object? value, long bits = 0) => (Kind, _object, _bits) = (kind, value, bits);

    public AttributeKind Kind { get; }

    public string? Text => _object as string;

    public bool Boolean => _bits != 0;

    public long Integer => _bits;

    public double Number => Kind == AttributeKind.Integer ? _bits : BitConverter.Int64BitsToDouble(_bits);

    public ReadOnlyMemory<byte> Bytes => _object as byte[];

    public ImmutableArray<AttributeValue> List => Kind == AttributeKind.List ? [.. (AttributeValue[])_object!] : [];

    public ImmutableArray<TelemetryAttribute> Map => Kind == AttributeKind.Map ? [.. (TelemetryAttribute[])_object!] : [];

    public static AttributeValue Of(string text) => new(AttributeKind.Text, text);

    public static AttributeValue Of(bool value) => new(AttributeKind.Boolean, null, value ? 1 : 0);

    public static AttributeValue Of(long value) => new(AttributeKind.Integer, null, value);

    public static AttributeValue Of(double value) => new(AttributeKind.Number, null, BitConverter.DoubleToInt64Bits(value));

    public static AttributeValue Of(byte[] bytes) => new(AttributeKind.Bytes, bytes);

    public static AttributeValue Of(AttributeValue[] list) => new(AttributeKind.List, list);

    public static AttributeValue Of(TelemetryAttribute[] map) => new(AttributeKind.Map, map);

    /// <summary>The number this is, or that its text says.</summary>
    public bool TryGetNumber(out double number)
    {
        number = Kind is AttributeKind.Integer or AttributeKind.Number ? Number : 0;
        return Kind is AttributeKind.Integer or AttributeKind.Number
            || (Text is { Length: > 0 } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number));
    }

    public bool Equals(AttributeValue other) => Kind == other.Kind && _bits == other._bits && (Kind switch
    {
        AttributeKind.Bytes => Bytes.Span.SequenceEqual(other.Bytes.Span),
        AttributeKind.List => ((AttributeValue[])_object!).AsSpan().SequenceEqual((AttributeValue[])other._object!),
        AttributeKind.Map => ((TelemetryAttribute[])_object!).AsSpan().SequenceEqual((TelemetryAttribute[])other._object!),
        _ => string.Equals(Text, other.Text, StringComparison.Ordinal),
    });

    public override bool Equals(object? obj) => obj is AttributeValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _bits, Text);

    /// <summary>As a person reads it: text as it is, lists and maps as JSON.</summary>
    public override string ToString() => Kind switch
    {
        AttributeKind.Text => Text!,
        AttributeKind.Boolean => Boolean ? "true" : "false",
        AttributeKind.Integer => Integer.ToString(CultureInfo.InvariantCulture),
        AttributeKind.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        AttributeKind.Bytes => Convert.ToBase64String(Bytes.Span),
        AttributeKind.Empty => "",
        _ => AttributeJson.Write(this),
    };

    /// <summary>What it holds on the heap, about.</summary>
    public int Size => _object switch
    {
        string text => TelemetrySize.OfString(text),
        byte[] bytes => TelemetrySize.OfArray(bytes.Length, sizeof(byte)),
        AttributeValue[] list => TelemetrySize.OfArray(list.Length, 24) + list.Sum(static v => v.Size),
        TelemetryAttribute[] map => TelemetrySize.Of(map),
        _ => 0,
    };
}

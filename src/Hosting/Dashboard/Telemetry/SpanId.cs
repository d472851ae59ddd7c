using System.Buffers.Binary;
using System.Globalization;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>The 8 bytes that name a span within its trace; all zero is none.</summary>
internal readonly record struct SpanId(ulong Value)
{
    public const int Length = 8;

    public bool IsEmpty => Value == 0;

    /// <summary>None, when it is not 8 bytes.</summary>
    public static SpanId Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new SpanId(BinaryPrimitives.ReadUInt64BigEndian(bytes)) : default;

    public static bool TryParse(ReadOnlySpan<char> text, out SpanId id)
    {
        var isRead = ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && text.Length == 2 * Length;
        id = isRead ? new SpanId(value) : default;
        return isRead;
    }

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}

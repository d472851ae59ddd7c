using System.Buffers.Binary;
using System.Globalization;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>The 16 bytes that name a trace, in the order in which W3C's trace context writes them; all zero is none.</summary>
internal readonly record struct TraceId(UInt128 Value)
{
    public const int Length = 16;

    public bool IsEmpty => Value == UInt128.Zero;

    /// <summary>None, when it is not 16 bytes.</summary>
    public static TraceId Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new TraceId(BinaryPrimitives.ReadUInt128BigEndian(bytes)) : default;

    public static bool TryParse(ReadOnlySpan<char> text, out TraceId id)
    {
        var isRead = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && text.Length == 2 * Length;
        id = isRead ? new TraceId(value) : default;
        return isRead;
    }

    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}

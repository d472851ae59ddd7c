using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>
/// About how many bytes something holds on a 64-bit heap. Keys of attributes, resources and scopes are shared between records and not counted;
/// values are, also where they are shared, so that the store errs on the side of less memory.
/// </summary>
internal static class TelemetrySize
{
    public const int Header = 24;

    public static int OfString(string? text) => string.IsNullOrEmpty(text) ? 0 : (22 + (2 * text.Length) + 7) & ~7;

    public static int OfArray(int length, int itemSize) => length == 0 ? 0 : (Header + (length * itemSize) + 7) & ~7;

    public static int Of(ImmutableArray<TelemetryAttribute> attributes) => Of(attributes.AsSpan());

    public static int Of(ReadOnlySpan<TelemetryAttribute> attributes)
    {
        var size = OfArray(attributes.Length, 32);
        foreach (var (_, value) in attributes)
            size += value.Size;
        return size;
    }
}

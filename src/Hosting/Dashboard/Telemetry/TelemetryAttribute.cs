using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

internal readonly record struct TelemetryAttribute(string Key, AttributeValue Value);

internal static class TelemetryAttributes
{
    public static bool TryGet(this ImmutableArray<TelemetryAttribute> attributes, string key, out AttributeValue value)
    {
        foreach (var attribute in attributes)
        {
            if (string.Equals(attribute.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                value = attribute.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Null when there is none of that name.</summary>
    public static string? GetText(this ImmutableArray<TelemetryAttribute> attributes, string key) =>
        attributes.TryGet(key, out var value) ? value.ToString() : null;
}

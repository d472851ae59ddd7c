using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>Who sent: a process, by the name of its service and, where there are several, which of them.</summary>
/// <param name="Name"><c>service.name</c>, which is the resource's name in the model.</param>
/// <param name="InstanceId"><c>service.instance.id</c>, which is the replica's id; empty when it did not say.</param>
internal sealed record TelemetryResource(string Name, string InstanceId, ImmutableArray<TelemetryAttribute> Attributes)
{
    public const string NameKey = "service.name";
    public const string InstanceKey = "service.instance.id";

    /// <summary>What OTLP prescribes for a sender that does not name itself.</summary>
    public const string UnknownName = "unknown_service";

    public static TelemetryResource Unknown { get; } = Create([]);

    public static TelemetryResource Create(ImmutableArray<TelemetryAttribute> attributes) => new(
        attributes.GetText(NameKey) is { Length: > 0 } name ? name : UnknownName, attributes.GetText(InstanceKey) ?? "", attributes);

    /// <summary>The replica where there is one, the service otherwise.</summary>
    public string DisplayName => InstanceId.Length == 0 ? Name
        : InstanceId.StartsWith(Name, StringComparison.OrdinalIgnoreCase) ? InstanceId
        : $"{Name} ({InstanceId})";

    public bool Equals(TelemetryResource? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (Name == other.Name && InstanceId == other.InstanceId && Attributes.AsSpan().SequenceEqual(other.Attributes.AsSpan())));

    public override int GetHashCode() => HashCode.Combine(Name, InstanceId, Attributes.Length);
}

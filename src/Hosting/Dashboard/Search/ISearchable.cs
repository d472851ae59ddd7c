using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Search;

/// <summary>How a kind of record answers a search.</summary>
internal interface ISearchable<T>
{
    /// <summary>False when the record has no such field. Attributes, which any record has, are asked after this.</summary>
    static abstract bool TryGetField(T record, string name, out FieldValue value);

    static abstract IEnumerable<string> FieldNames { get; }

    /// <summary>Whether a text is somewhere in it, its attributes aside.</summary>
    static abstract bool Contains(T record, string text);

    static abstract AttributeSets AttributesOf(T record);
}

/// <summary>In the order in which a name is looked for.</summary>
internal readonly record struct AttributeSets(
    System.Collections.Immutable.ImmutableArray<TelemetryAttribute> Own,
    System.Collections.Immutable.ImmutableArray<TelemetryAttribute> Scope,
    System.Collections.Immutable.ImmutableArray<TelemetryAttribute> Resource);

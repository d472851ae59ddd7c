using System.Collections.Immutable;
using System.Globalization;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Search;

/// <summary>A search ready to be asked of records: the same rules for logs and for spans.</summary>
internal static class TelemetrySearch
{
    public static Predicate<LogRecord>? ForLogs(string? search) => Compile<LogRecord, LogFields>(SearchParser.Parse(search));

    public static Predicate<TraceSpan>? ForSpans(string? search) => Compile<TraceSpan, SpanFields>(SearchParser.Parse(search));

    /// <summary>Null for a search that everything answers.</summary>
    private static Predicate<T>? Compile<T, TFields>(SearchTerm term) where TFields : ISearchable<T> =>
        term is SearchTerm.All { Terms.Count: 0 } ? null : Matcher<T, TFields>(term);

    private static Predicate<T> Matcher<T, TFields>(SearchTerm term) where TFields : ISearchable<T>
    {
        switch (term)
        {
            case SearchTerm.All all:
                var each = all.Terms.Select(Matcher<T, TFields>).ToArray();
                return record => Array.TrueForAll(each, matches => matches(record));
            case SearchTerm.Any any:
                var alternatives = any.Terms.Select(Matcher<T, TFields>).ToArray();
                return record => Array.Exists(alternatives, matches => matches(record));
            case SearchTerm.Not not:
                var excluded = Matcher<T, TFields>(not.Term);
                return record => !excluded(record);
            case SearchTerm.Text text:
                return record => TFields.Contains(record, text.Value) || Contains(TFields.AttributesOf(record), text.Value);
            case SearchTerm.Field field when TFields.FieldNames.Contains(field.Name, StringComparer.OrdinalIgnoreCase):
                // A field goes before an attribute of the same name; but where the field has nothing, the attribute is meant.
                var name = field.Name.ToLowerInvariant();
                return record => TFields.TryGetField(record, name, out var value) ? value.Answers(field.Test) : HasAttribute(TFields.AttributesOf(record), field);
            case SearchTerm.Field attribute:
                return record => HasAttribute(TFields.AttributesOf(record), attribute);
            default:
                throw new ArgumentOutOfRangeException(nameof(term));
        }
    }

    private static bool HasAttribute(AttributeSets sets, SearchTerm.Field field) =>
        (sets.Own.TryGet(field.Name, out var value) || sets.Scope.TryGet(field.Name, out value) || sets.Resource.TryGet(field.Name, out value))
            && FieldValue.Of(value).Answers(field.Test);

    /// <summary>In the record's own attributes: those of the process would make every record of it match.</summary>
    private static bool Contains(AttributeSets sets, string text) => Contains(sets.Own, text);

    internal static bool Contains(ImmutableArray<TelemetryAttribute> attributes, string text)
    {
        foreach (var (key, value) in attributes)
        {
            if (Contains(value, text) || key.Contains(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    internal static bool Contains(AttributeValue value, string text)
    {
        if (value.Kind == AttributeKind.Integer)
        {
            Span<char> digits = stackalloc char[20];
            value.Integer.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
            return ((ReadOnlySpan<char>)digits[..count]).Contains(text, StringComparison.OrdinalIgnoreCase);
        }

        return value.ToString().Contains(text, StringComparison.OrdinalIgnoreCase);
    }
}

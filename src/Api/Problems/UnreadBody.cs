using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RegressionAnalyzer.Api.Json;

namespace RegressionAnalyzer.Api.Problems;

/// <summary>Says what is wrong with the JSON body of <c>analyze</c>, the only one there is, in the words of the contract: the serializer's own words name the
/// types of this program.</summary>
internal static class UnreadBody
{
    public const string Empty = "The body is empty. It must be a JSON object with an 'upload_id' at least.";

    private static readonly IList<JsonPropertyInfo> Members = ApiJson.Default.AnalyzeRequest.Properties;

    public static string Explain(JsonException fault)
    {
        var line = fault.LineNumber is { } number ? $" (line {number + 1})" : "";
        // The reader's own exception is inside where the text is no JSON at all.
        return fault.InnerException is JsonException
            ? $"The body is not JSON{line}: {Plain(fault.InnerException.Message)}"
            : $"The body is not the JSON that is expected{line}: {(NameIn(fault.Path) is { } name ? OfMember(name, fault.Message) : OfWhole(fault.Message))}";
    }

    private static string OfMember(string name, string message)
    {
        if (Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } known)
            return $"'{Shown(name)}' is no member of it.{Spelling.DidYouMean(name, Names)} Allowed are: {string.Join(", ", Names)}.";
        return message.StartsWith("Duplicate", StringComparison.Ordinal)
            ? $"'{known.Name}' is there more than once."
            : $"'{known.Name}' must be {Kind(known.PropertyType)}{(known.IsRequired ? "" : ", or left out")}.";
    }

    private static string OfWhole(string message) =>
        Members.FirstOrDefault(member => member.IsRequired && message.Contains($"'{member.Name}'", StringComparison.Ordinal)) is { } missing
            ? $"'{missing.Name}' is missing. It must be {Kind(missing.PropertyType)}."
            : $"it must be an object, whose members may be: {string.Join(", ", Names)}.";

    private static IEnumerable<string> Names => Members.Select(static member => member.Name);

    /// <summary>The member of the body in a path such as <c>$.features[1]</c> or <c>$['a b']</c>; null for the body itself.</summary>
    private static string? NameIn(string? path) => path switch
    {
        ['$', '.', .. var rest] => rest.Split('.', '[')[0],
        ['$', '[', '\'', .. var rest] => rest.Split("']")[0],
        _ => null,
    };

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => "a text",
        var flag when flag == typeof(bool) => "true or false",
        var whole when whole == typeof(int) => "a whole number",
        _ => "a list of texts",
    };

    /// <summary>What the reader says to people, without what it says to programmers and where, which is said already.</summary>
    private static string Plain(string message) => message.Split(" LineNumber:")[0].Replace(" Change the reader options.", "", StringComparison.Ordinal);

    private static string Shown(string name) => name.Length <= 64 ? name : string.Concat(name.AsSpan(0, 64), "…");
}

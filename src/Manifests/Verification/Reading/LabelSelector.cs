namespace RegressionAnalyzer.Manifests.Verification.Reading;

/// <summary>A label selector, of either form. One that is not there takes nothing; one that is empty takes everything.</summary>
internal sealed class LabelSelector
{
    private readonly bool _exists;
    private readonly IReadOnlyDictionary<string, string> _labels;
    private readonly IReadOnlyList<Place> _expressions;

    private LabelSelector(bool exists, IReadOnlyDictionary<string, string> labels, IReadOnlyList<Place> expressions) =>
        (_exists, _labels, _expressions) = (exists, labels, expressions);

    public bool IsEmpty => _exists && _labels.Count == 0 && _expressions.Count == 0;

    /// <summary><c>matchLabels</c> and <c>matchExpressions</c>.</summary>
    public static LabelSelector Of(Place selector) =>
        new(selector.Exists, selector["matchLabels"].Texts, [.. selector["matchExpressions"].Items]);

    /// <summary>Labels alone, as a Service has them; an empty one selects nothing there.</summary>
    public static LabelSelector OfLabels(Place labels) => new(labels.HasEntries, labels.Texts, []);

    public bool Matches(IReadOnlyDictionary<string, string> labels) =>
        _exists && _labels.All(l => labels.TryGetValue(l.Key, out var value) && value == l.Value) && _expressions.All(e => Matches(e, labels));

    private static bool Matches(Place expression, IReadOnlyDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(expression["key"].TextOrEmpty, out var value);
        bool InValues() => expression["values"].Items.Any(v => v.Text == value);
        return expression["operator"].Text switch
        {
            "In" => has && InValues(),
            "NotIn" => !has || !InValues(),
            "Exists" => has,
            "DoesNotExist" => !has,
            _ => false,
        };
    }
}

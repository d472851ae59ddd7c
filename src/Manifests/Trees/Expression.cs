namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>
/// A single value that the chart computes. It says the same twice, side by side: as Helm writes it, quoting included, and as a function of
/// the values, so that chart and plain manifest agree.
/// </summary>
internal sealed class Expression(string helm, Func<Map, Node> evaluate) : Node
{
    public string Helm { get; } = helm;

    public Node Evaluate(Map values) => evaluate(values);
}

/// <summary>A condition on the values, as Helm writes it and as a function.</summary>
internal sealed record Condition(string Helm, Func<Map, bool> Holds);

/// <summary>The entries of a map among the values, put among those of the map that holds this node.</summary>
internal sealed class Spread(ValuePath path) : Node
{
    public ValuePath Path { get; } = path;
}

/// <summary>A map or list among the values, as it stands; the key that holds it is left out when it is empty.</summary>
internal sealed class Block(ValuePath path) : Node
{
    public ValuePath Path { get; } = path;
}

/// <summary>A map of texts among the values, each written as a text whatever it looks like.</summary>
internal sealed class TextMap(ValuePath path) : Node
{
    public ValuePath Path { get; } = path;
}

/// <summary>Stands in a sequence for one item for each item of a list among the values; in <see cref="Template"/> the item is <see cref="Item"/>.</summary>
internal sealed class Each(ValuePath path, Map template) : Node
{
    private const string ItemKey = "item of each";

    public ValuePath Path { get; } = path;

    public Map Template { get; } = template;

    public static Expression Item => new("{{ . | int }}", scope => scope[ItemKey]!);

    public static Map ScopeOf(Node item) => new() { { ItemKey, item } };
}

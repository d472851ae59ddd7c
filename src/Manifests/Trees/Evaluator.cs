namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>Fills the values into a tree. What comes out has nothing but maps, sequences and scalars.</summary>
internal static class Evaluator
{
    /// <returns>Null where the node is nothing with these values.</returns>
    public static Node? Evaluate(Node node, Map values)
    {
        var result = node switch
        {
            Map map => Evaluate(map, values),
            Sequence sequence => new Sequence(sequence.SelectMany(item => item is Each each ? Items(each, values) : [Evaluate(item, values)]).OfType<Node>()),
            Expression expression => expression.Evaluate(values),
            Block block => NullWhenEmpty(block.Path.Find(values)),
            TextMap texts => Texts(texts.Path.Find(values) as Map),
            _ => node,
        };
        if (result is not null && node.Why is not null && !ReferenceEquals(result, node))
            result.Why = node.Why;
        return result;
    }

    private static IEnumerable<Node?> Items(Each each, Map values)
    {
        foreach (var item in each.Path.Find(values) as Sequence ?? [])
            yield return Evaluate(each.Template, Each.ScopeOf(item))?.Because(each.Why ?? "");
    }

    private static Map? Evaluate(Map map, Map values)
    {
        var result = new Map();
        foreach (var entry in map)
        {
            if (entry.When is { } condition && !condition.Holds(values))
                continue;
            if (entry.Value is Spread spread)
                AddAll(result, spread, values);
            else
                result.Add(entry.Key, Evaluate(entry.Value, values));
        }

        return result.Count == 0 && map.Count > 0 ? null : result;
    }

    private static void AddAll(Map result, Spread spread, Map values)
    {
        foreach (var extra in spread.Path.Find(values) as Map ?? [])
            result.Add(extra.Key, extra.Value);
    }

    private static Map Texts(Map? map)
    {
        var result = new Map();
        foreach (var entry in map ?? [])
            result.Add(entry.Key, new Scalar(((Scalar)entry.Value).Text) { Why = entry.Value.Why });
        return result;
    }

    private static Node? NullWhenEmpty(Node? node) => ValuePath.IsEmpty(node) ? null : node;
}

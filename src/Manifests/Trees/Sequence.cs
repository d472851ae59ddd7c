using System.Collections;

namespace RegressionAnalyzer.Manifests.Trees;

internal sealed class Sequence : Node, IEnumerable<Node>
{
    private readonly List<Node> _items = [];

    public Sequence(params IEnumerable<Node> items) => _items.AddRange(items);

    public int Count => _items.Count;

    public Node this[int index] => _items[index];

    public void Add(Node item) => _items.Add(item);

    public IEnumerator<Node> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

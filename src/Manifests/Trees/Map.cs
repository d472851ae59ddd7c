using System.Collections;

namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>One line of a <see cref="Map"/>; with a condition it is there only when that holds.</summary>
internal sealed record Entry(string Key, Node Value, Condition? When = null)
{
    /// <summary>The line the key was read from, counted from 1; 0 when it was not read.</summary>
    public int Line { get; init; }
}

/// <summary>A mapping that keeps the order in which its keys were added.</summary>
internal sealed class Map : Node, IEnumerable<Entry>
{
    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => _entries;

    public int Count => _entries.Count;

    /// <summary>The value of a key, or null. Setting replaces in place or adds at the end; setting null removes.</summary>
    public Node? this[string key]
    {
        get => _entries.Find(e => e.Key == key)?.Value;
        set
        {
            var index = _entries.FindIndex(e => e.Key == key);
            if (value is null && index >= 0)
                _entries.RemoveAt(index);
            else if (value is not null && index >= 0)
                _entries[index] = new Entry(key, value);
            else if (value is not null)
                _entries.Add(new Entry(key, value));
        }
    }

    /// <summary>Adds a key; a null value adds nothing, so that an optional field is one line in an initializer.</summary>
    public void Add(string key, Node? value)
    {
        if (value is not null)
            _entries.Add(new Entry(key, value));
    }

    public void Add(Entry entry) => _entries.Add(entry);

    /// <summary>Adds the entries of a map among the chart's values.</summary>
    public void Add(Spread spread) => _entries.Add(new Entry("", spread));

    public string? Text(string key) => (this[key] as Scalar)?.Text;

    /// <summary>The node at a path of keys, or null.</summary>
    public Node? Find(params IEnumerable<string> path)
    {
        Node? node = this;
        foreach (var key in path)
            node = (node as Map)?[key];
        return node;
    }

    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

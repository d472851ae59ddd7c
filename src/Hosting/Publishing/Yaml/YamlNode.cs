using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Aspire.Hosting.Publishing.Yaml;

/// <summary>A piece of a YAML document that a publisher writes.</summary>
internal abstract record YamlNode
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator YamlNode?(string? text) => text is null ? null : new YamlText(text);

    public static implicit operator YamlNode(int number) => new YamlPlain(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator YamlNode(bool flag) => new YamlPlain(flag ? "true" : "false");
}

/// <summary>A string: always in double quotes, so that no reader takes it for a number, a date or a truth value.</summary>
internal sealed record YamlText(string Value) : YamlNode;

/// <summary>What is written as it stands: a number, a truth value, or an expression that becomes one.</summary>
internal sealed record YamlPlain(string Value) : YamlNode;

/// <summary>Keys and values in the order they were added; a value of null is left out.</summary>
internal sealed record YamlMap : YamlNode, IEnumerable<KeyValuePair<string, YamlNode>>
{
    private readonly List<KeyValuePair<string, YamlNode>> _entries = [];

    public int Count => _entries.Count;

    public void Add(string key, YamlNode? value)
    {
        if (value is not null)
        {
            _entries.Add(new(key, value));
        }
    }

    public bool Contains(string key) => _entries.Exists(e => e.Key == key);

    public IEnumerator<KeyValuePair<string, YamlNode>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed record YamlList : YamlNode, IEnumerable<YamlNode>
{
    private readonly List<YamlNode> _items;

    public YamlList() => _items = [];

    public YamlList(IEnumerable<YamlNode> items) => _items = [.. items];

    public int Count => _items.Count;

    /// <summary>Null when there is nothing in it, so that the key above it is left out.</summary>
    public YamlList? OrNothing => Count == 0 ? null : this;

    public void Add(YamlNode item) => _items.Add(item);

    public IEnumerator<YamlNode> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

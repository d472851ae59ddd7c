using System.Globalization;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Reading;

/// <summary>
/// A field of an object, whether it is there or not: walking into what is missing gives a place that is missing, so a rule reads
/// <c>pod["securityContext"]["runAsUser"]</c> without asking at each step.
/// </summary>
internal sealed class Place
{
    private readonly Place? _parent;
    private readonly string _step;

    public Place(KubernetesObject owner, Node node, Place? parent = null, string step = "", int line = 0)
        : this(owner, parent, step, line > 0 ? line : node.Line) => Node = node;

    private Place(KubernetesObject owner, Place? parent, string step, int line)
    {
        (Owner, _parent, _step, Line) = (owner, parent, step, line);
    }

    public KubernetesObject Owner { get; }

    /// <summary>Null where the field is missing.</summary>
    public Node? Node { get; }

    /// <summary>The field's own line, or its nearest parent's where it is missing.</summary>
    public int Line { get; }

    /// <summary>Null counts as missing, as it does to the API server.</summary>
    public bool Exists => Node is not (null or Scalar { Kind: ScalarKind.Null });

    public string Path => _parent is null ? _step : _parent.Path + (_step.StartsWith('[') || _parent.Path.Length == 0 ? _step : "." + _step);

    /// <summary>The last step of the path: the field's name, or <c>[n]</c>.</summary>
    public string Step => _step;

    public Map? Map => Node as Map;

    /// <summary>The text of a scalar of any type, or null.</summary>
    public string? Text => Exists ? (Node as Scalar)?.Text : null;

    /// <summary>The text, or "" where there is none.</summary>
    public string TextOrEmpty => Text ?? "";

    public bool IsTrue => Node is Scalar { Kind: ScalarKind.Truth, Text: "true" };

    public bool IsFalse => Node is Scalar { Kind: ScalarKind.Truth, Text: "false" };

    public long? Number =>
        Node is Scalar { Kind: ScalarKind.Number } scalar && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Place this[string key]
    {
        get
        {
            var entry = Map?.Entries.FirstOrDefault(e => e.Key == key);
            return entry is null ? new Place(Owner, this, Quoted(key), Line) : Child(entry);
        }
    }

    /// <summary>The items of a list; none where it is missing or no list.</summary>
    public IEnumerable<Place> Items => Node is Sequence sequence
        ? sequence.Select((item, i) => new Place(Owner, item, this, $"[{i.ToString(CultureInfo.InvariantCulture)}]"))
        : [];

    /// <summary>The entries of a map; none where it is missing or no map.</summary>
    public IEnumerable<(string Key, Place Value)> Entries => Map?.Entries.Select(e => (e.Key, Child(e))) ?? [];

    public bool HasItems => Node is Sequence { Count: > 0 };

    public bool HasEntries => Node is Map { Count: > 0 };

    /// <summary>The keys of those fields that are there.</summary>
    public IEnumerable<string> Keys => Entries.Where(e => e.Value.Exists).Select(e => e.Key);

    /// <summary>A map of texts as a dictionary; entries that are no text are left out.</summary>
    public IReadOnlyDictionary<string, string> Texts
    {
        get
        {
            var texts = new Dictionary<string, string>();
            foreach (var (key, value) in Entries)
            {
                if (value.Text is { } text)
                    texts[key] = text;
            }

            return texts;
        }
    }

    private Place Child(Entry entry) => new(Owner, entry.Value, this, Quoted(entry.Key), entry.Line);

    private static string Quoted(string key) =>
        key.Length is > 0 and <= 200 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? key : $"['{(key.Length > 200 ? key[..200] + "…" : key)}']";
}

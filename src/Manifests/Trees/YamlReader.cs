using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>
/// Reads YAML into trees by the events of YamlDotNet's parser (its object mapper would cost more time than all the rest of publishing).
/// A key given twice is an error, as it is to Kubernetes.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 100;

    /// <summary>Aliases counted as often as they are used: a small file must not become a large tree.</summary>
    private const int MostNodes = 2_000_000;

    /// <summary>Each value of a text that is verified is looked at by many rules.</summary>
    private const int MostNodesOfOthers = 500_000;

    private readonly Parser _parser;
    private readonly Dictionary<string, (Node Node, int Size)> _anchors = [];
    private int _nodes;

    private readonly int _mostNodes;
    private readonly List<YamlFault>? _faults;

    private YamlReader(string text, int mostNodes = MostNodes, List<YamlFault>? faults = null) =>
        (_parser, _mostNodes, _faults) = (new Parser(new StringReader(text)), mostNodes, faults);

    /// <summary>The documents of a text, without empty ones.</summary>
    /// <exception cref="ManifestException">It is no YAML; the message has the file, the line and the reason.</exception>
    public static IReadOnlyList<Node> ReadAll(string text, string file)
    {
        try
        {
            return new YamlReader(text).Documents();
        }
        catch (YamlException e)
        {
            throw new ManifestException($"{file}, line {e.Start.Line}: not YAML that can be read: {e.Message.TrimEnd('.')}.", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner loses its way in some texts, such as an open bracket before a key
            throw new ManifestException($"{file}: not YAML that can be read.", e);
        }
    }

    /// <summary>
    /// Reads what can be read of anyone's text: the documents before the place where it is no YAML, the last of keys that stand twice, and
    /// what was wrong with the rest.
    /// </summary>
    public static IReadOnlyList<Node> ReadAll(string text, List<YamlFault> faults)
    {
        var documents = new List<Node>();
        try
        {
            new YamlReader(text, MostNodesOfOthers, faults).Documents(documents);
        }
        catch (YamlException e)
        {
            faults.Add(new((int)e.Start.Line, e.Message.TrimEnd('.')));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException or OverflowException)
        {
            faults.Add(new(0, "its parts do not fit together"));
        }

        return documents;
    }

    private List<Node> Documents() => Documents([]);

    private List<Node> Documents(List<Node> documents)
    {
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            _anchors.Clear();
            var node = ReadNode(depth: 0);
            _parser.Consume<DocumentEnd>();
            if (node is not Scalar { Kind: ScalarKind.Null })
                documents.Add(node);
        }

        return documents;
    }

    private Node ReadNode(int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias.Value.Value, out var known))
                throw new YamlException(alias.Start, alias.End, $"the anchor '{alias.Value}' is not known here");
            Count(known.Size, alias);
            return known.Node;
        }

        var start = _parser.Current as NodeEvent ?? throw new YamlException("the text ends too early");
        if (depth > DeepestNesting)
            throw new YamlException(start.Start, start.End, $"nested more than {DeepestNesting} deep");
        var before = _nodes;
        Count(1, start);
        Node node = start switch
        {
            MappingStart => ReadMap(depth),
            SequenceStart => ReadSequence(depth),
            _ => ScalarTyping.Read(_parser.Consume<YamlDotNet.Core.Events.Scalar>()),
        };
        node.Line = (int)start.Start.Line;
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor.Value] = (node, _nodes - before);
        return node;
    }

    private void Count(int nodes, ParsingEvent at)
    {
        _nodes += nodes;
        if (_nodes > _mostNodes)
            throw new YamlException(at.Start, at.End, $"more than {_mostNodes} values");
    }

    private Map ReadMap(int depth)
    {
        var map = new Map();
        var merged = new List<Map>();
        var keys = new HashSet<string>();
        _parser.Consume<MappingStart>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var key))
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key that is no text");
            var isNew = keys.Add(key.Value);
            if (!isNew && _faults is null)
                throw new YamlException(key.Start, key.End, $"the key '{key.Value}' stands twice in one map");
            var value = ReadNode(depth + 1);
            if (IsMerge(key, value))
                merged.Add((Map)value);
            else if (isNew)
                map.Add(new Entry(key.Value, value) { Line = (int)key.Start.Line });
            else
                Replace(map, key, value);
        }

        foreach (var entry in merged.SelectMany(m => m).Where(e => keys.Add(e.Key)))
            map.Add(entry);
        return map;
    }

    /// <summary><c>&lt;&lt;: *anchor</c> adds the entries of a map that the map itself does not have (yaml.org, type "merge").</summary>
    private static bool IsMerge(YamlDotNet.Core.Events.Scalar key, Node value) => key is { Value: "<<", Style: ScalarStyle.Plain } && value is Map;

    private void Replace(Map map, YamlDotNet.Core.Events.Scalar key, Node value)
    {
        _faults!.Add(new((int)key.Start.Line, key.Value, IsDuplicate: true));
        map[key.Value] = value;
    }

    private Sequence ReadSequence(int depth)
    {
        var sequence = new Sequence();
        _parser.Consume<SequenceStart>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            sequence.Add(ReadNode(depth + 1));
        return sequence;
    }
}

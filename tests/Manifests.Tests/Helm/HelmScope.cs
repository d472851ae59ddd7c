using System.Globalization;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests.Helm;

/// <summary>What a template sees: the dot, the root, and variables.</summary>
internal sealed record HelmScope(Node Dot, Map Root, IReadOnlyDictionary<string, Node> Variables)
{
    /// <summary>A pipeline: each stage gets the value of the one before as its last operand.</summary>
    public Node? Evaluate(string pipeline)
    {
        Node? value = null;
        var isFirst = true;
        foreach (var stage in Tokens(pipeline, '|'))
        {
            value = Call(Tokens(stage, ' '), value, isFirst);
            isFirst = false;
        }

        return value;
    }

    public IEnumerable<HelmScope> Range(string operand)
    {
        var parts = operand.Split(":=", StringSplitOptions.TrimEntries);
        var items = Evaluate(parts[^1]);
        if (parts.Length == 1)
            return (items as Sequence ?? []).Select(item => this with { Dot = item });
        var names = parts[0].Split(',', StringSplitOptions.TrimEntries);
        return (items as Map ?? []).OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => this with { Dot = e.Value, Variables = new Dictionary<string, Node>(Variables) { [names[0]] = e.Key, [names[1]] = e.Value } });
    }

    private Node? Call(List<string> words, Node? piped, bool isFirst)
    {
        if (isFirst && words.Count == 1)
            return Operand(words[0]);
        var operands = words.Skip(1).Select(Operand).ToList();
        if (!isFirst)
            operands.Add(piped);
        return HelmFunctions.Call(words[0], operands);
    }

    private Node? Operand(string word) => word switch
    {
        "." => Dot,
        ['(', .. var inner, ')'] => Evaluate(inner),
        ['"', ..] => (Scalar)YamlReader.ReadAll(word, "a text").Single(),
        ['$', ..] => Variables[word],
        ['.', .. var path] => (Dot as Map ?? Root).Find(path.Split('.')) ?? Root.Find(path.Split('.')),
        _ => new Scalar(long.Parse(word, CultureInfo.InvariantCulture)),
    };

    /// <summary>Splits at a divider that is in no quotes and no parentheses.</summary>
    private static List<string> Tokens(string text, char divider)
    {
        var tokens = new List<string>();
        var (start, depth, isQuoted) = (0, 0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == divider && depth == 0 && !isQuoted))
            {
                if (text[start..i].Trim() is { Length: > 0 } token)
                    tokens.Add(token);
                start = i + 1;
                continue;
            }

            if (isQuoted && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        }

        return tokens;
    }
}

using System.Text;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.RawCharts;

/// <summary>Makes a template readable as a tree, and fills in its expressions.</summary>
internal static class Templating
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>Puts quotes around an expression that is a whole value, so that YAML reads it; its tag says that there were none.</summary>
    /// <exception cref="ManifestException">A line is an action (<c>if</c>, <c>range</c> …): then the template is no tree.</exception>
    public static string Quote(string text, string file)
    {
        if (!text.Contains(Open, StringComparison.Ordinal))
            return text;
        var output = new StringBuilder(text.Length + 64);
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var trimmed = line.AsSpan().Trim();
            if (trimmed.StartsWith(Open, StringComparison.Ordinal))
                throw new ManifestException($"{file}, line {number}: '{trimmed}' makes the template unreadable as a tree. Allowed: expressions as values.");
            output.Append(QuoteValue(line)).Append('\n');
        }

        return output.ToString();
    }

    private static string QuoteValue(string line)
    {
        var end = line.TrimEnd();
        var start = line.IndexOf(Open, StringComparison.Ordinal);
        if (start < 2 || line[start - 1] != ' ' || line[start - 2] is not (':' or '-') || !end.EndsWith(Close, StringComparison.Ordinal))
            return line;
        var expression = end[start..].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"{line[..start]}{ScalarTyping.TemplateTag} \"{expression}\"";
    }

    /// <summary>The tree with every expression replaced by its value.</summary>
    public static Node Fill(Node node, RawValues values)
    {
        switch (node)
        {
            case Map map:
                var filled = new Map { Line = map.Line };
                foreach (var entry in map)
                    filled.Add(Text(entry.Key, values, map.Line).Text, Fill(entry.Value, values));
                return filled;
            case Sequence sequence:
                return new Sequence(sequence.Select(item => Fill(item, values))) { Line = sequence.Line };
            case Scalar scalar when scalar.Kind is ScalarKind.Text or ScalarKind.Template && scalar.Text.Contains(Open, StringComparison.Ordinal):
                var value = Text(scalar.Text, values, scalar.Line);
                value = scalar.Kind == ScalarKind.Template ? value : new Scalar(value.Text);
                value.Line = scalar.Line;
                return value;
            default:
                return node;
        }
    }

    /// <summary>Where an expression ends; braces within a quoted text are not its end.</summary>
    private static int CloseOf(string text, int open)
    {
        var quote = '\0';
        for (var i = open + Open.Length; i < text.Length - 1; i++)
        {
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '`')
                quote = text[i];
            else if (text[i] == '}' && text[i + 1] == '}')
                return i;
        }

        return -1;
    }

    private static Scalar Text(string text, RawValues values, int line)
    {
        if (!text.Contains(Open, StringComparison.Ordinal))
            return new Scalar(text);
        var output = new StringBuilder();
        var at = 0;
        while (text.IndexOf(Open, at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = CloseOf(text, open);
            if (close < 0)
                throw new ManifestException($"{values.File}, line {line}: '{text}' opens an expression and does not close it.");
            var value = values.Evaluate(text[(open + Open.Length)..close], line);
            if (open == 0 && close + Close.Length == text.Length)
                return value;
            output.Append(text, at, open - at).Append(value.Text);
            at = close + Close.Length;
        }

        return new Scalar(output.Append(text, at, text.Length - at).ToString());
    }
}

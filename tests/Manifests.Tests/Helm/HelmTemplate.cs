using System.Text;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests.Helm;

/// <summary>A parsed template: texts, values, and blocks of <c>if</c>, <c>with</c> and <c>range</c>.</summary>
internal sealed class HelmTemplate
{
    private readonly List<Action<StringBuilder, HelmScope>> _parts = [];

    public static HelmTemplate Parse(string text)
    {
        var actions = new Queue<(bool IsAction, string Text)>(Lex(text));
        var template = ParseBlock(actions);
        return actions.Count == 0 ? template : throw new FormatException("'end' without a beginning");
    }

    public string Render(Map root)
    {
        var output = new StringBuilder();
        Render(output, new HelmScope(root, root, new Dictionary<string, Node>()));
        return output.ToString();
    }

    private void Render(StringBuilder output, HelmScope scope) => _parts.ForEach(part => part(output, scope));

    private static IEnumerable<(bool IsAction, string Text)> Lex(string text)
    {
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var trimsBefore = text[open + 2] == '-';
            var before = text[at..open];
            yield return (false, trimsBefore ? before.TrimEnd(' ', '\t', '\r', '\n') : before);
            var close = CloseOf(text, open + 2);
            var trimsAfter = text[close - 1] == '-';
            yield return (true, text[(open + (trimsBefore ? 3 : 2))..(trimsAfter ? close - 1 : close)].Trim());
            at = close + 2;
            while (trimsAfter && at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
        }

        yield return (false, text[at..]);
    }

    /// <summary>The end of an action; braces within a quoted text are not the end.</summary>
    private static int CloseOf(string text, int from)
    {
        for (var i = from; i < text.Length - 1; i++)
        {
            if (text[i] == '"')
            {
                for (i++; text[i] != '"'; i++)
                    i += text[i] == '\\' ? 1 : 0;
            }
            else if (text[i] == '}' && text[i + 1] == '}')
            {
                return i;
            }
        }

        throw new FormatException("an action is not closed");
    }

    private static HelmTemplate ParseBlock(Queue<(bool IsAction, string Text)> actions)
    {
        var block = new HelmTemplate();
        while (actions.TryPeek(out var next) && next != (true, "end"))
        {
            actions.Dequeue();
            block._parts.Add(next.IsAction ? ParseAction(next.Text, actions) : (output, _) => output.Append(next.Text));
        }

        return block;
    }

    private static Action<StringBuilder, HelmScope> ParseAction(string action, Queue<(bool IsAction, string Text)> actions)
    {
        var keyword = action.Split(' ')[0];
        if (keyword is not ("if" or "with" or "range"))
            return (output, scope) => output.Append(HelmFunctions.Text(scope.Evaluate(action)));
        var body = ParseBlock(actions);
        if (actions.Dequeue() != (true, "end"))
            throw new FormatException($"'{action}' has no end");
        var operand = action[(keyword.Length + 1)..];
        return keyword switch
        {
            "if" => (output, scope) =>
            {
                if (!ValuePath.IsEmpty(scope.Evaluate(operand)))
                    body.Render(output, scope);
            }
            ,
            "with" => (output, scope) =>
            {
                var value = scope.Evaluate(operand);
                if (!ValuePath.IsEmpty(value))
                    body.Render(output, scope with { Dot = value! });
            }
            ,
            _ => (output, scope) =>
            {
                foreach (var inner in scope.Range(operand))
                    body.Render(output, inner);
            }
            ,
        };
    }
}

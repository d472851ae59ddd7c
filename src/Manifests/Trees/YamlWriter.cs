using System.Text;

namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>
/// Writes a tree as YAML, its values as Helm expressions. Block style, two spaces, sequences at the indentation of their key, as kubectl
/// writes them. A writer of our own because the templates of a chart are YAML with lines between that are none.
/// </summary>
internal sealed class YamlWriter
{
    private const string Open = "{{";

    private readonly StringBuilder _output = new();
    private readonly bool _isTemplate;

    private YamlWriter(bool isTemplate) => _isTemplate = isTemplate;

    /// <summary>Writes a tree without values of the chart.</summary>
    public static string Write(Node node) => Write(node, isTemplate: false);

    /// <summary>Writes a tree as a template of the chart: a text that looks like an expression is written so that it is none.</summary>
    public static string WriteTemplate(Node node) => Write(node, isTemplate: true);

    private static string Write(Node node, bool isTemplate)
    {
        var writer = new YamlWriter(isTemplate);
        if (node is Map map)
            writer.Entries(map, 0);
        else
            writer.Items((Sequence)node, 0);
        return writer._output.ToString();
    }

    private void Entries(Map map, int indent, bool afterDash = false)
    {
        Condition? open = null;
        foreach (var entry in map)
        {
            if (entry.When != open)
                Switch(open, entry.When, indent);
            open = entry.When;
            Entry(entry, indent, afterDash);
            afterDash = false;
        }

        Switch(open, null, indent);
    }

    private void Switch(Condition? from, Condition? to, int indent)
    {
        if (from is not null)
            Line(indent, "{{- end }}");
        if (to is not null)
            Line(indent, $"{{{{- if {to.Helm} }}}}");
    }

    private void Entry(Entry entry, int indent, bool afterDash)
    {
        switch (entry.Value)
        {
            case Spread spread:
                Line(indent, $"{{{{- with {spread.Path.Helm} }}}}");
                Line(indent, $"{{{{- toYaml . | nindent {indent} }}}}");
                Line(indent, "{{- end }}");
                break;
            case Block block:
                Line(indent, $"{{{{- with {block.Path.Helm} }}}}");
                Key(entry.Key, indent, afterDash);
                _output.Append('\n');
                Line(indent + 2, $"{{{{- toYaml . | nindent {indent + 2} }}}}");
                Line(indent, "{{- end }}");
                break;
            case Map { Count: > 0 } optional when optional.All(e => e.Value is Spread || e.When is not null):
                Line(indent, $"{{{{- if {Any(optional)} }}}}");
                Key(entry.Key, indent, afterDash);
                Value(optional, indent);
                Line(indent, "{{- end }}");
                break;
            default:
                Key(entry.Key, indent, afterDash);
                Value(entry.Value, indent);
                break;
        }
    }

    /// <summary>When there is anything in a map of which everything is optional.</summary>
    private static string Any(Map optional)
    {
        var conditions = optional.Select(e => e.When is { } when ? $"({when.Helm})" : ((Spread)e.Value).Path.Helm).ToList();
        return conditions.Count == 1 ? conditions[0] : "or " + string.Join(' ', conditions);
    }

    private void Value(Node value, int indent)
    {
        switch (value)
        {
            case Map { Count: 0 }:
                _output.Append(" {}\n");
                break;
            case Sequence { Count: 0 }:
                _output.Append(" []\n");
                break;
            case Map map:
                _output.Append('\n');
                Entries(map, indent + 2);
                break;
            case Sequence items:
                _output.Append('\n');
                Items(items, indent);
                break;
            case TextMap texts:
                _output.Append('\n');
                Line(indent + 2, $"{{{{- range $key, $value := {texts.Path.Helm} }}}}");
                Line(indent + 2, "{{ $key | quote }}: {{ $value | quote }}");
                Line(indent + 2, "{{- end }}");
                break;
            default:
                _output.Append(' ');
                Single(value);
                _output.Append('\n');
                break;
        }
    }

    private void Items(Sequence items, int indent)
    {
        foreach (var item in items)
        {
            if (item is Each each)
            {
                Line(indent, $"{{{{- range {each.Path.Helm} }}}}");
                Items([each.Template], indent);
                Line(indent, "{{- end }}");
                continue;
            }

            _output.Append(' ', indent).Append("- ");
            if (item is Map { Count: > 0 } map)
            {
                Entries(map, indent + 2, afterDash: true);
                continue;
            }

            Single(item);
            _output.Append('\n');
        }
    }

    private void Single(Node value)
    {
        switch (value)
        {
            case Scalar { Kind: ScalarKind.Text } text when _isTemplate && text.Text.Contains(Open, StringComparison.Ordinal):
                _output.Append("{{ ").Append(JsonText.Compact(text)).Append(" | quote }}");
                break;
            case Scalar { Kind: ScalarKind.Text } text:
                YamlText.Append(_output, text.Text);
                break;
            case Scalar scalar:
                _output.Append(scalar.Text);
                break;
            case Expression expression:
                _output.Append(expression.Helm);
                break;
            case Map { Count: 0 }:
                _output.Append("{}");
                break;
            case Sequence { Count: 0 }:
                _output.Append("[]");
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} cannot stand in one line.");
        }
    }

    private void Key(string key, int indent, bool afterDash)
    {
        if (!afterDash)
            _output.Append(' ', indent);
        YamlText.Append(_output, key);
        _output.Append(':');
    }

    private void Line(int indent, string text) => _output.Append(' ', indent).Append(text).Append('\n');
}

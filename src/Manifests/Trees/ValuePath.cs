using System.Globalization;

namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>The path of a value in the chart's <c>values.yaml</c>, such as <c>image.tag</c>.</summary>
internal readonly record struct ValuePath(string Dotted)
{
    public string Helm => ".Values." + Dotted;

    public Condition IsSet
    {
        get
        {
            var path = this;
            return new(Helm, values => !IsEmpty(path.Find(values)));
        }
    }

    public Condition IsNotSet
    {
        get
        {
            var path = this;
            return new($"not {Helm}", values => IsEmpty(path.Find(values)));
        }
    }

    public ValuePath this[string part] => new(Dotted.Length == 0 ? part : $"{Dotted}.{part}");

    public Node? Find(Map values) => values.Find(Dotted.Split('.'));

    public string Text(Map values) => (Find(values) as Scalar)?.Text ?? "";

    public long Number(Map values) => long.Parse(Text(values), CultureInfo.InvariantCulture);

    /// <summary>The value as a text, whatever it looks like.</summary>
    /// <param name="setting">The setting that its default comes from.</param>
    public Expression AsText(string? setting = null)
    {
        var path = this;
        return new($"{{{{ {Helm} | quote }}}}", values => new Scalar(path.Text(values))) { Why = WhyOf(setting) };
    }

    public Expression AsNumber(string? setting = null)
    {
        var path = this;
        return new($"{{{{ {Helm} | int }}}}", values => new Scalar(path.Number(values))) { Why = WhyOf(setting) };
    }

    private string? WhyOf(string? setting) => setting is null ? null : $"setting {setting} (chart value {Dotted})";

    public static bool IsEmpty(Node? node) => node switch
    {
        Scalar scalar => scalar.IsEmpty,
        Map map => map.Count == 0,
        Sequence sequence => sequence.Count == 0,
        _ => true,
    };
}

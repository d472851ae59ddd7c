using System.Globalization;

namespace RegressionAnalyzer.Manifests.Trees;

internal enum ScalarKind
{
    Text,
    Number,
    Truth,
    Null,

    /// <summary>An expression of a raw chart that stood without quotes: its type is that of its value.</summary>
    Template,
}

/// <summary>A single value. What the text means is given by <see cref="Kind"/>, never guessed from the text.</summary>
internal sealed class Scalar : Node
{
    public static Scalar Null() => new("null", ScalarKind.Null);

    public Scalar(string text, ScalarKind kind = ScalarKind.Text)
    {
        Text = text;
        Kind = kind;
    }

    public Scalar(long number)
        : this(number.ToString(CultureInfo.InvariantCulture), ScalarKind.Number)
    {
    }

    public Scalar(bool truth)
        : this(truth ? "true" : "false", ScalarKind.Truth)
    {
    }

    public string Text { get; }

    public ScalarKind Kind { get; }

    /// <summary>What a template takes for false: nothing, an empty text, zero, false.</summary>
    public bool IsEmpty => Kind switch
    {
        ScalarKind.Text => Text.Length == 0,
        ScalarKind.Number => Text == "0",
        ScalarKind.Truth => Text == "false",
        _ => true,
    };

    public override string ToString() => Text;
}

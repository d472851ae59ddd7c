using System.Globalization;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Rules.Decoding;

internal sealed class WrongType() : FieldRule(new("wrong-type", RuleOrigin.Decoding, Severity.Error)
{
    Demand = "Every field holds a value of its type",
    Reason = "The API server refuses the object: it cannot read it.",
    AlsoKnownAs = ["kube-linter/schema-validation"],
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (!Fits(field.Place.Node!, field.Shape))
            findings.Add(field.Place, $"{Describe(field.Place.Node!)} where {field.Shape.Allowed} is needed", Mend(field.Place.Node!, field.Shape));
    }

    private static bool Fits(Node node, Shape shape) => shape.Kind switch
    {
        ShapeKind.Object or ShapeKind.Map => node is Map,
        ShapeKind.List => node is Sequence,
        ShapeKind.Text => node is Scalar { Kind: ScalarKind.Text },
        ShapeKind.Number => node is Scalar { Kind: ScalarKind.Number } number && IsNumber(number.Text, shape),
        ShapeKind.Truth => node is Scalar { Kind: ScalarKind.Truth },
        ShapeKind.NumberOrText => node is Scalar { Kind: ScalarKind.Text } || (node is Scalar { Kind: ScalarKind.Number } port && int.TryParse(port.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
        ShapeKind.Quantity => node is Scalar { Kind: ScalarKind.Text or ScalarKind.Number },
        ShapeKind.Time => node is Scalar { Kind: ScalarKind.Text } time && DateTimeOffset.TryParse(time.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        ShapeKind.Bytes => node is Scalar { Kind: ScalarKind.Text } text && IsBase64(text.Text),
        _ => true,
    };

    private static bool IsNumber(string text, Shape shape)
    {
        if (shape.Type == typeof(double))
            return true;
        return shape.IsInt32
            ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
    }

    private static bool IsBase64(string text) => System.Buffers.Text.Base64.IsValid(text.AsSpan());

    private static string Describe(Node node) => node switch
    {
        Map => "a map",
        Sequence => "a list",
        Scalar { Kind: ScalarKind.Number } number => $"the number {Spelling.Shown(number.Text)}",
        Scalar { Kind: ScalarKind.Truth } truth => $"the truth value {truth.Text}",
        _ => $"the text '{Spelling.Shown(node.ToString()!)}'",
    };

    private static string Mend(Node node, Shape shape) => (node, shape.Kind) switch
    {
        (Scalar { Kind: ScalarKind.Number or ScalarKind.Truth }, ShapeKind.Text) => "put the value in quotes as it is to be read; without them yes, on and 0123 are not the texts they look like",
        (Scalar { Kind: ScalarKind.Text }, ShapeKind.Number or ShapeKind.Truth) => "write the value without quotes",
        (Scalar { Kind: ScalarKind.Text }, ShapeKind.Bytes) => "encode it in base64; a Secret takes plain text under stringData",
        (_, ShapeKind.List) => "write a list: a dash before each item",
        _ => $"write {shape.Allowed}",
    };
}

using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Schema;

/// <summary>A field that is there, and what it takes.</summary>
/// <param name="Field">The type it is a field of and its name, such as <c>V1Container.image</c>; of a list's items, the list's.</param>
internal sealed record TypedPlace(Place Place, Shape Shape, string Field)
{
    /// <summary>The object itself and all its fields that fit their types, parents first.</summary>
    public static IEnumerable<TypedPlace> Of(Place place, Shape shape, string field = "")
    {
        if (!place.Exists)
            yield break;
        yield return new(place, shape, field);
        foreach (var child in Children(place, shape, field))
        {
            foreach (var inner in Of(child.Place, child.Shape, child.Field))
                yield return inner;
        }
    }

    private static IEnumerable<(Place Place, Shape Shape, string Field)> Children(Place place, Shape shape, string field) => (shape.Kind, place.Node) switch
    {
        (ShapeKind.Object, Map) => place.Entries
            .Where(e => shape.Fields.ContainsKey(e.Key))
            .Select(e => (e.Value, shape.Fields[e.Key], $"{shape.Type.Name}.{e.Key}")),
        (ShapeKind.Map, Map) => place.Entries.Select(e => (e.Value, shape.Element!, field)),
        (ShapeKind.List, Sequence) => place.Items.Select(item => (item, shape.Element!, field)),
        _ => [],
    };
}

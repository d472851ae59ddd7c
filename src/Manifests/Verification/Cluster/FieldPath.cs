using System.Globalization;

namespace RegressionAnalyzer.Manifests.Verification.Cluster;

/// <summary>A field as the API server names it: <c>spec.template.spec.containers[0].image</c>.</summary>
internal static class FieldPath
{
    /// <returns>The place, or the nearest one above it that can be found.</returns>
    public static Place Find(Place root, string path)
    {
        var place = root;
        foreach (var step in path.Split('.', '['))
        {
            var next = step.EndsWith(']') ? Item(place, step[..^1]) : place[step];
            if (next is not { Exists: true })
                break;
            place = next;
        }

        return place;
    }

    private static Place? Item(Place list, string index) => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? list.Items.ElementAtOrDefault(number)
        : list[index.Trim('"')];
}

using System.Diagnostics.CodeAnalysis;

namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>
/// A node of a manifest. Besides what YAML has (<see cref="Scalar"/>, <see cref="Map"/>, <see cref="Sequence"/>) a tree may hold values of the
/// chart (<see cref="Expression"/>, <see cref="Spread"/>, …): the chart is the tree as it stands, the plain manifest the tree with the values filled in.
/// </summary>
internal abstract class Node
{
    /// <summary>The setting or the decision that put this node here, for the person who wants to change it. Null: the node's parent says.</summary>
    public string? Why { get; set; }

    /// <summary>The line of the file this node was read from, counted from 1; 0 when it was not read.</summary>
    public int Line { get; set; }

    /// <summary>Nothing becomes no node, which a map leaves out.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Node?(string? text) => text is null ? null : new Scalar(text);

    public static implicit operator Node(long number) => new Scalar(number);

    public static implicit operator Node(bool truth) => new Scalar(truth);
}

internal static class NodeExtensions
{
    public static T Because<T>(this T node, string why)
        where T : Node
    {
        node.Why = why;
        return node;
    }
}

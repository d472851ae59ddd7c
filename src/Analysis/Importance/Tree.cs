namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>A question of a tree, or a leaf.</summary>
/// <param name="Left">Where rows go whose bin is at most <paramref name="Bin"/>; the others go to the next place. 0 in a leaf.</param>
/// <param name="Feature">The feature asked for.</param>
/// <param name="Bin">The last bin of the left side.</param>
internal readonly record struct Node(int Left, short Feature, byte Bin)
{
    public bool IsLeaf => Left == 0;
}

/// <summary>A grown tree: the root is the first node.</summary>
/// <param name="Nodes">The questions.</param>
/// <param name="Values">The mean target of the training rows in each leaf.</param>
internal sealed record Tree(Node[] Nodes, double[] Values);

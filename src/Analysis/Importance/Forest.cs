namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>A random forest: trees that each saw another bootstrap sample of the training rows. What it predicts is their mean.</summary>
internal sealed class Forest
{
    public const int TreeCount = 100;

    private Forest(Tree[] trees, double mean) => (Trees, Mean) = (trees, mean);

    public Tree[] Trees { get; }

    /// <summary>The mean target of the training rows.</summary>
    public double Mean { get; }

    /// <summary>Each tree has a seed of its own, so that it is the same whichever thread grows it.</summary>
    public static Forest Grow(BinnedRows training, ulong seed, CancellationToken cancellationToken)
    {
        var trees = new Tree[TreeCount];
        var byRow = training.ByRow();
        Parallel.For(
            0,
            TreeCount,
            Cores.For(cancellationToken),
            () => new TreeGrower(training, byRow),
            (tree, _, grower) =>
            {
                trees[tree] = grower.Grow(seed + (ulong)tree);
                return grower;
            },
            _ => { });
        return new Forest(trees, training.Target.Average());
    }
}

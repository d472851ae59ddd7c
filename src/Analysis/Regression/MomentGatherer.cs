using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>Gathers the sums of a table piece by piece. The pieces' sums are used again, so that their memory does not grow with the table.</summary>
internal sealed class MomentGatherer(double[] origins, bool weighted)
{
    private readonly Stack<BlockMoments> _free = [];

    public Moments Total { get; } = new(origins);

    /// <summary>What a block adds; on any thread.</summary>
    public BlockMoments Look(Tile tile, RowBlock block)
    {
        var moments = Take();
        moments.Add(tile, block);
        return moments;
    }

    /// <summary>Takes in what the next block adds, which must not be used any more.</summary>
    public void Join(BlockMoments moments)
    {
        Total.Add(moments);
        moments.Clear();
        lock (_free)
            _free.Push(moments);
    }

    private BlockMoments Take()
    {
        lock (_free)
        {
            if (_free.TryPop(out var moments))
                return moments;
        }

        return new BlockMoments(origins, weighted);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>Follows a few rows through every tree; serves one thread.</summary>
internal sealed class ShuffleWalker(Forest forest, BinnedRows rows, int[][] shuffles, int piece)
{
    private const int All = (1 << ShuffleErrors.ShuffleCount) - 1;

    private readonly double[] _sums = new double[piece];
    private readonly double[] _changes = new double[piece * rows.Features * ShuffleErrors.ShuffleCount];
    private readonly byte[] _rows = new byte[piece * rows.Features];

    /// <summary>For each row and feature the bins that the shuffles bring, in places of one vector.</summary>
    private readonly byte[] _shuffled = new byte[piece * rows.Features * Vector128<byte>.Count];

    /// <summary>For each feature the shuffles that follow the row so far.</summary>
    private readonly int[] _staying = [.. Enumerable.Repeat(All, rows.Features)];

    private readonly List<(short Feature, int Node, int Shuffles)> _leaving = [];
    private readonly (int Node, int Shuffles)[] _parted = new (int, int)[ShuffleErrors.ShuffleCount];

    public SquaredErrors Measure(int from, int to)
    {
        Array.Clear(_sums);
        Array.Clear(_changes);
        for (var row = from; row < to; row++)
        {
            for (var feature = 0; feature < rows.Features; feature++)
            {
                var at = (row - from) * rows.Features + feature;
                var column = rows.Columns[feature];
                _rows[at] = column[row];
                for (var shuffle = 0; shuffle < shuffles.Length; shuffle++)
                    _shuffled[at * Vector128<byte>.Count + shuffle] = column[shuffles[shuffle][row]];
            }
        }

        // a tree stays in the processor's cache while the rows go through it
        foreach (var tree in forest.Trees)
        {
            for (var row = from; row < to; row++)
                Walk(tree, row - from);
        }

        return Errors(from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(Tree tree, int place)
    {
        var nodes = tree.Nodes;
        var first = place * rows.Features;
        _leaving.Clear();
        var at = 0;
        for (var node = nodes[at]; !node.IsLeaf; node = nodes[at])
        {
            var right = _rows[first + node.Feature] > node.Bin;
            // the shuffles that have kept this feature on the row's path so far, and now go the other way
            var leaving = (Right(first + node.Feature, node.Bin) ^ (right ? All : 0)) & _staying[node.Feature];
            if (leaving != 0)
            {
                _staying[node.Feature] &= ~leaving;
                _leaving.Add((node.Feature, node.Left + (right ? 0 : 1), leaving));
            }

            at = node.Left + (right ? 1 : 0);
        }

        var value = tree.Values[at];
        _sums[place] += value;
        foreach (var (feature, node, together) in _leaving)
        {
            _staying[feature] = All;
            WalkShuffled(tree, place, feature, node, together, value);
        }
    }

    /// <summary>The shuffles that bring a row a bin beyond one.</summary>
    private int Right(int cell, byte bin) => All & (int)Vector128.GreaterThan(
        Vector128.Create<byte>(_shuffled.AsSpan(cell * Vector128<byte>.Count, Vector128<byte>.Count)), Vector128.Create(bin)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WalkShuffled(Tree tree, int place, short feature, int from, int shuffled, double value)
    {
        var nodes = tree.Nodes;
        var bins = _rows.AsSpan(place * rows.Features, rows.Features);
        var cell = place * rows.Features + feature;
        var changes = _changes.AsSpan(cell * ShuffleErrors.ShuffleCount, ShuffleErrors.ShuffleCount);
        var parted = _parted;
        parted[0] = (from, shuffled);
        for (var open = 1; open > 0;)
        {
            var (at, together) = parted[--open];
            for (var node = nodes[at]; !node.IsLeaf; node = nodes[at])
            {
                if (node.Feature != feature)
                {
                    at = node.Left + (bins[node.Feature] > node.Bin ? 1 : 0);
                    continue;
                }

                var right = Right(cell, node.Bin) & together;
                if (right != 0 && right != together)
                {
                    parted[open++] = (node.Left + 1, right);
                    together &= ~right;
                    right = 0;
                }

                at = node.Left + (right != 0 ? 1 : 0);
            }

            var change = tree.Values[at] - value;
            for (var left = change == 0 ? 0 : together; left != 0; left &= left - 1)
                changes[BitOperations.TrailingZeroCount(left)] += change;
        }
    }

    private SquaredErrors Errors(int from, int to)
    {
        var whole = 0.0;
        var shuffled = new double[rows.Features, ShuffleErrors.ShuffleCount];
        for (var row = from; row < to; row++)
        {
            var error = _sums[row - from] / forest.Trees.Length - rows.Target[row];
            whole += error * error;
            for (var feature = 0; feature < rows.Features; feature++)
            {
                var changes = _changes.AsSpan(((row - from) * rows.Features + feature) * ShuffleErrors.ShuffleCount, ShuffleErrors.ShuffleCount);
                for (var shuffle = 0; shuffle < ShuffleErrors.ShuffleCount; shuffle++)
                {
                    var changed = error + changes[shuffle] / forest.Trees.Length;
                    shuffled[feature, shuffle] += changed * changed;
                }
            }
        }

        return new SquaredErrors(whole, shuffled);
    }
}

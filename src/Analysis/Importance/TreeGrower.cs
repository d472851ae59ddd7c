using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>
/// Grows one regression tree on a bootstrap sample: at each node the question that leaves the least squares, until a node is pure or small
/// (Breiman, "Random forests", 2001). One grower serves one thread and keeps its memory between trees.
/// </summary>
internal sealed class TreeGrower(BinnedRows rows)
{
    /// <summary>A leaf of fewer drawn rows learns its rows by heart. Breiman's own program and R's randomForest stop there too.</summary>
    public const int SmallestLeaf = 5;

    /// <summary>A tree of a very wide table sees so many of its features, other ones each.</summary>
    public const int MostFeatures = 1_000;

    private readonly Drawn[] _order = new Drawn[rows.Count];
    private readonly Drawn[] _aside = new Drawn[rows.Count];
    private readonly int[] _times = new int[rows.Count];
    private readonly BinSum[] _sums = new BinSum[FeatureBins.Most];

    /// <summary>1 over a number of rows: a division costs more than looking it up.</summary>
    private readonly double[] _shares = [.. Enumerable.Range(0, rows.Count + 1).Select(count => 1.0 / Math.Max(count, 1))];

    private readonly List<Node> _nodes = [];
    private readonly List<double> _values = [];
    private readonly Stack<(int Node, int From, int To)> _open = new();
    private readonly double _mean = rows.Target.Average();
    private ulong _seed;

    public Tree Grow(ulong seed)
    {
        _seed = seed;
        var random = new RandomStream(seed);
        var features = Features(random);
        var count = Draw(random);
        _nodes.Clear();
        _values.Clear();
        Add();
        _open.Push((0, 0, count));
        while (_open.TryPop(out var open))
            Divide(open.Node, open.From, open.To, features);
        return new Tree([.. _nodes], [.. _values]);
    }

    private int[] Features(RandomStream random) => rows.Features <= MostFeatures
        ? [.. Enumerable.Range(0, rows.Features)]
        : [.. random.Permutation(rows.Features).Take(MostFeatures).Order()];

    /// <summary>Draws as many rows as there are, with replacement; keeps those drawn, in order, with how often.</summary>
    private int Draw(RandomStream random)
    {
        Array.Clear(_times);
        for (var draw = 0; draw < rows.Count; draw++)
            _times[random.Next(rows.Count)]++;
        var count = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            if (_times[row] > 0)
                _order[count++] = new Drawn(row, _times[row], _times[row] * (rows.Target[row] - _mean));
        }

        return count;
    }

    private void Divide(int node, int from, int to, int[] features)
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        foreach (var row in _order.AsSpan(from, to - from))
        {
            sum += row.Sum;
            squares += row.Sum * row.Sum / row.Times;
            count += row.Times;
        }

        CollectionsMarshal.AsSpan(_values)[node] = _mean + sum / count;
        // what is left of equal targets after rounding is no reason to ask
        var level = sum * sum / count;
        if (count < 2 * SmallestLeaf || squares - level <= 1e-12 * squares)
            return;
        var best = new Split(level * (1 + 1e-12), -1, 0);
        foreach (var feature in features)
            best = Better(best, Best(feature, from, to, sum, count), node);
        if (best.Feature < 0)
            return;
        var middle = Partition(best, from, to);
        var left = Add();
        Add();
        _nodes[node] = new Node(left, (short)best.Feature, (byte)best.Bin);
        _open.Push((left + 1, middle, to));
        _open.Push((left, from, middle));
    }

    /// <summary>The larger gain; of equal ones, as columns that hold the same give, a drawn one, so that none is favoured by its place.</summary>
    private Split Better(Split one, Split other, int node)
    {
        if (other.Feature < 0 || other.Gain != one.Gain || one.Feature < 0)
            return other.Feature >= 0 && other.Gain > one.Gain ? other : one;
        ulong Lot(Split split) => Scramble.Of(_seed ^ ((ulong)node << 20) ^ (ulong)split.Feature);
        return Lot(other) > Lot(one) ? other : one;
    }

    /// <summary>The best question about one feature, by the sum over both sides of (sum of targets)² / rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Split Best(int feature, int from, int to, double sum, int count)
    {
        var column = rows.Columns[feature];
        var (sums, shares) = (_sums, _shares);
        // only bins that occur are visited and cleared again: deep nodes hold few rows
        Span<ulong> occurring = stackalloc ulong[FeatureBins.Most / 64];
        occurring.Clear();
        foreach (ref readonly var row in _order.AsSpan(from, to - from))
        {
            var bin = column[row.Row];
            ref var at = ref sums[bin];
            at.Sum += row.Sum;
            at.Times += row.Times;
            occurring[bin >> 6] |= 1UL << bin;
        }

        var best = new Split(double.NegativeInfinity, -1, 0);
        var (leftSum, leftCount) = (0.0, 0);
        for (var part = 0; part < occurring.Length; part++)
        {
            for (var bits = occurring[part]; bits != 0; bits &= bits - 1)
            {
                var bin = part * 64 + BitOperations.TrailingZeroCount(bits);
                ref var at = ref sums[bin];
                leftSum += at.Sum;
                leftCount += at.Times;
                at = default;
                if (leftCount < SmallestLeaf || count - leftCount < SmallestLeaf)
                    continue;
                var gain = leftSum * leftSum * shares[leftCount] + (sum - leftSum) * (sum - leftSum) * shares[count - leftCount];
                if (gain > best.Gain)
                    best = new Split(gain, feature, bin);
            }
        }

        return best;
    }

    /// <summary>Brings the rows of the left side before those of the right, each in their order.</summary>
    private int Partition(Split split, int from, int to)
    {
        var column = rows.Columns[split.Feature];
        var (left, right) = (from, 0);
        for (var at = from; at < to; at++)
        {
            var row = _order[at];
            // to both sides, and a step on one: which way a row goes no processor guesses
            _order[left] = row;
            _aside[right] = row;
            var goesLeft = column[row.Row] <= split.Bin ? 1 : 0;
            left += goesLeft;
            right += 1 - goesLeft;
        }

        _aside.AsSpan(0, right).CopyTo(_order.AsSpan(left));
        return left;
    }

    private int Add()
    {
        _nodes.Add(default);
        _values.Add(0);
        return _nodes.Count - 1;
    }

    /// <summary>A row of the bootstrap sample: how often it was drawn, and that many times its target less the mean.</summary>
    private readonly record struct Drawn(int Row, int Times, double Sum);

    private struct BinSum
    {
        public double Sum;
        public int Times;
    }

    private readonly record struct Split(double Gain, int Feature, int Bin);
}

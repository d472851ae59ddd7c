using System.Runtime.InteropServices;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>
/// Grows one regression tree on a bootstrap sample: at each node the question that leaves the least squares, until a node is pure or small
/// (Breiman, "Random forests", 2001). One grower serves one thread and keeps its memory between trees.
/// </summary>
/// <param name="rows">The training rows.</param>
/// <param name="byRow">Their bins, row by row.</param>
internal sealed class TreeGrower(BinnedRows rows, byte[] byRow)
{
    /// <summary>A tree of a very wide table sees so many of its features, other ones each.</summary>
    public const int MostFeatures = 1_000;

    private readonly Drawn[] _order = new Drawn[rows.Count];
    private readonly Drawn[] _aside = new Drawn[rows.Count];
    private readonly int[] _times = new int[rows.Count];
    private readonly SplitSearch _search = new(byRow, rows.Features);
    private readonly FewRowsSearch _few = new(byRow, rows.Features);
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

    /// <summary>Filled up with the last one, so that all groups are whole: asking twice changes nothing.</summary>
    private int[] Features(RandomStream random)
    {
        int[] seen = rows.Features <= MostFeatures
            ? [.. Enumerable.Range(0, rows.Features)]
            : [.. random.Permutation(rows.Features).Take(MostFeatures).Order()];
        var left = seen.Length % SplitSearch.Together;
        return left == 0 ? seen : [.. seen, .. Enumerable.Repeat(seen[^1], SplitSearch.Together - left)];
    }

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
        if (count < 2 * SplitSearch.SmallestLeaf || squares - level <= 1e-12 * squares)
            return;
        var best = Best(_order.AsSpan(from, to - from), features, new Split(level * 1e-12, -1, 0), node, sum, count);
        if (best.Feature < 0)
            return;
        var middle = Partition(best, from, to);
        var left = Add();
        Add();
        _nodes[node] = new Node(left, (short)best.Feature, (byte)best.Bin);
        _open.Push((left + 1, middle, to));
        _open.Push((left, from, middle));
    }

    private Split Best(ReadOnlySpan<Drawn> drawn, int[] features, Split best, int node, double sum, int count)
    {
        if (drawn.Length <= FewRowsSearch.Most)
        {
            _few.Gather(drawn);
            foreach (var feature in features)
                best = Better(best, _few.Best(feature, sum, count), node);
            return best;
        }

        for (var first = 0; first < features.Length; first += SplitSearch.Together)
        {
            _search.Gather(drawn, features.AsSpan(first, SplitSearch.Together));
            for (var place = 0; place < SplitSearch.Together; place++)
                best = Better(best, _search.Best(place, features[first + place], sum, count), node);
        }

        return best;
    }

    /// <summary>The larger gain; of equal ones, as columns that hold the same give, a drawn one, so that none is favoured by its place.</summary>
    private Split Better(Split one, Split other, int node)
    {
        if (other.Feature < 0 || other.Gain != one.Gain || one.Feature < 0)
            return other.Feature >= 0 && other.Gain > one.Gain ? other : one;
        ulong Lot(Split split) => Scramble.Of(_seed ^ ((ulong)node << 20) ^ (ulong)split.Feature);
        return Lot(other) > Lot(one) ? other : one;
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
}

using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Prediction;

/// <summary>The rows of a sample that the model can use, in an order drawn by a seed: any stretch of it is an even draw.</summary>
/// <param name="Block">The rows of the sample.</param>
/// <param name="Order">Their places in it.</param>
internal sealed record CompleteRows(RowBlock Block, int[] Order)
{
    /// <summary>What is drawn is the same for the same table, as scikit-learn's is with a random state.</summary>
    private const ulong Seed = 42;

    public int Count => Order.Length;

    /// <summary>A fifth, rounded up, as scikit-learn rounds it.</summary>
    public int TestCount => (Count + 4) / 5;

    public static CompleteRows Of(RowSample sample, Design design)
    {
        var places = new List<int>();
        var tile = new Tile(design);
        var next = 0;
        while (tile.Fill(sample.Block, ref next))
            places.AddRange(tile.BlockRows);
        var order = places.ToArray();
        // a bijection: no two rows have the same lot
        var lots = Array.ConvertAll(order, place => Scramble.Of((ulong)sample.RowNumbers[place] ^ Scramble.Of(Seed)));
        Array.Sort(lots, order);
        return new CompleteRows(sample.Block, order);
    }

    /// <summary>The places of a stretch, in the table's order.</summary>
    public int[] Stretch(int from, int to) => [.. Order[from..to].Order()];

    /// <summary>The rows at some places.</summary>
    public RowBlock At(int[] places) => Block.Pick(places, places.Length);
}

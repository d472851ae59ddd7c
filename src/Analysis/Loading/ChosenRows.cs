using System.Buffers;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Rows of a piece of the table in borrowed memory, which a table of many pieces needs again and again.</summary>
internal sealed class ChosenRows
{
    /// <param name="chunk">The piece.</param>
    /// <param name="places">Places of rows in it, in borrowed memory.</param>
    /// <param name="count">How many.</param>
    /// <param name="block">All its rows; those chosen are copied.</param>
    public ChosenRows(int chunk, int[] places, int count, RowBlock block)
    {
        (Chunk, Places, Count) = (chunk, places, count);
        Block = new RowBlock { Rows = count, Numbers = Array.ConvertAll(block.Numbers, Pick), Codes = Array.ConvertAll(block.Codes, Pick) };
    }

    public int Chunk { get; }

    /// <summary>Their places in the piece; longer than <see cref="Count"/>.</summary>
    public int[] Places { get; }

    public int Count { get; }

    public RowBlock Block { get; }

    /// <summary>Gives the memory back; after that there are no rows any more.</summary>
    public void Return()
    {
        ArrayPool<int>.Shared.Return(Places);
        Array.ForEach(Block.Numbers, Return);
        Array.ForEach(Block.Codes, Return);
    }

    private T[]? Pick<T>(T[]? column)
    {
        if (column is null)
            return null;
        var picked = ArrayPool<T>.Shared.Rent(Count);
        for (var i = 0; i < Count; i++)
            picked[i] = column[Places[i]];
        return picked;
    }

    private static void Return<T>(T[]? column)
    {
        if (column is not null)
            ArrayPool<T>.Shared.Return(column);
    }
}

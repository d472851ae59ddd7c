using System.Buffers;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Draws rows while a table is read whose length is not known: a row is in where its scrambled number is below a bound, and the bound is halved
/// whenever there are too many. Which rows these are depends on the table alone.
/// </summary>
internal sealed class SampleBuilder(int columns)
{
    private readonly int _maxRows = RowSample.RowsFor(columns);
    private readonly double[]?[] _numbers = new double[columns][];
    private readonly int[]?[] _codes = new int[columns][];
    private long[] _rowNumbers = [];
    private ulong[] _orders = [];
    private ulong _bound = ulong.MaxValue;
    private int _count;

    /// <summary>The rows of a piece that are in, as far as is known now; some may fall out later.</summary>
    public ChosenRows Choose(int chunk, RowBlock block)
    {
        var bound = Volatile.Read(ref _bound);
        var places = ArrayPool<int>.Shared.Rent(block.Rows + 1);
        var count = 0;
        for (var row = 0; row < block.Rows; row++)
        {
            places[count] = row;
            count += OrderOf(chunk, row) <= bound ? 1 : 0;
        }

        return new ChosenRows(chunk, places, count, block);
    }

    /// <summary>Takes in the rows chosen of the next piece, and gives their memory back.</summary>
    /// <param name="rows">The rows, with the table's labels.</param>
    /// <param name="firstRow">The piece's first row in the table.</param>
    public void Add(ChosenRows rows, long firstRow)
    {
        MakeRoom(_count + rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            _rowNumbers[_count + i] = firstRow + rows.Places[i];
            _orders[_count + i] = OrderOf(rows.Chunk, rows.Places[i]);
        }

        for (var column = 0; column < columns; column++)
        {
            Append(rows.Block.Numbers[column], ref _numbers[column], rows.Count);
            Append(rows.Block.Codes[column], ref _codes[column], rows.Count);
        }

        _count += rows.Count;
        rows.Return();
        while (_count > _maxRows)
        {
            Volatile.Write(ref _bound, _bound / 2);
            DropAboveBound();
        }
    }

    public RowSample ToSample() => new(new RowBlock { Rows = _count, Numbers = _numbers, Codes = _codes }, _rowNumbers[.._count]);

    private static ulong OrderOf(int chunk, int row) => Scramble.Of(((ulong)chunk << 32) | (uint)row);

    /// <summary>A table of one piece needs no more room than its rows, one of more the whole sample and a piece.</summary>
    private void MakeRoom(int rows)
    {
        if (rows <= _orders.Length)
            return;
        var room = _orders.Length == 0 ? rows : Math.Max(rows, _maxRows + _orders.Length);
        Array.Resize(ref _orders, room);
        Array.Resize(ref _rowNumbers, room);
    }

    private void Append<T>(T[]? from, ref T[]? to, int rows)
    {
        if (from is null)
            return;
        if (to is null || to.Length < _orders.Length)
            Array.Resize(ref to, _orders.Length);
        from.AsSpan(0, rows).CopyTo(to.AsSpan(_count));
    }

    private void DropAboveBound()
    {
        var places = ArrayPool<int>.Shared.Rent(_count + 1);
        var count = 0;
        for (var i = 0; i < _count; i++)
        {
            places[count] = i;
            count += _orders[i] <= _bound ? 1 : 0;
        }

        var kept = places.AsSpan(0, count);
        foreach (var numbers in _numbers)
            Move(numbers, kept);
        foreach (var codes in _codes)
            Move(codes, kept);
        Move(_rowNumbers, kept);
        Move(_orders, kept);
        _count = count;
        ArrayPool<int>.Shared.Return(places);
    }

    /// <summary>Moves what stands at rising places to the front.</summary>
    private static void Move<T>(T[]? values, ReadOnlySpan<int> places)
    {
        for (var i = 0; values is not null && i < places.Length; i++)
            values[i] = values[places[i]];
    }
}

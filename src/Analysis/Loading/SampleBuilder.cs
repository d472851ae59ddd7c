using System.Buffers;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Draws rows while a table is read whose length is not known: a row is in where its scrambled number is below a bound, and the bound is halved
/// whenever there are too many. Which rows these are depends on the table alone.
/// </summary>
internal sealed class SampleBuilder(int columns)
{
    private readonly int _maxRows = RowSample.RowsFor(columns);
    private readonly List<Part> _parts = [];
    private ulong _bound = ulong.MaxValue;
    private int _count;

    /// <summary>The places of a piece's rows that are in, as far as is known now; some may fall out later.</summary>
    public int[] Choose(int chunk, int rows)
    {
        var bound = Volatile.Read(ref _bound);
        var chosen = ArrayPool<int>.Shared.Rent(rows + 1);
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            chosen[count] = row;
            count += OrderOf(chunk, row) <= bound ? 1 : 0;
        }

        var places = chosen.AsSpan(0, count).ToArray();
        ArrayPool<int>.Shared.Return(chosen);
        return places;
    }

    /// <param name="rows">The chosen rows, with the table's labels.</param>
    /// <param name="chosen">Their places in the piece.</param>
    /// <param name="chunk">The piece.</param>
    public void Add(RowBlock rows, int[] chosen, int chunk)
    {
        Add(new Part(rows, chosen, chunk).Below(_bound));
        while (_count > _maxRows)
        {
            Volatile.Write(ref _bound, _bound / 2);
            var parts = _parts.ToArray();
            _parts.Clear();
            _count = 0;
            foreach (var part in parts)
                Add(part.Below(_bound));
        }
    }

    public RowSample ToSample()
    {
        var numbers = Enumerable.Range(0, columns).Select(column => Joined(block => block.Numbers[column])).ToArray();
        var codes = Enumerable.Range(0, columns).Select(column => Joined(block => block.Codes[column])).ToArray();
        var rowNumbers = _parts.SelectMany(part => part.Places.Select(place => part.Rows.FirstRow + place)).ToArray();
        return new RowSample(new RowBlock { Rows = _count, Numbers = numbers, Codes = codes }, rowNumbers);
    }

    private void Add(Part part)
    {
        _parts.Add(part);
        _count += part.Places.Length;
    }

    private T[]? Joined<T>(Func<RowBlock, T[]?> column)
    {
        if (_parts.Count == 0 || column(_parts[0].Rows) is null)
            return null;
        var joined = new T[_count];
        var at = 0;
        foreach (var (rows, _, _) in _parts)
        {
            column(rows).AsSpan(0, rows.Rows).CopyTo(joined.AsSpan(at));
            at += rows.Rows;
        }

        return joined;
    }

    private static ulong OrderOf(int chunk, int row) => Scramble.Of(((ulong)chunk << 32) | (uint)row);

    private sealed record Part(RowBlock Rows, int[] Places, int Chunk)
    {
        public Part Below(ulong bound)
        {
            var still = Enumerable.Range(0, Places.Length).Where(i => OrderOf(Chunk, Places[i]) <= bound).ToArray();
            return still.Length == Places.Length ? this : new Part(Rows.Pick(still, still.Length), [.. still.Select(i => Places[i])], Chunk);
        }
    }
}

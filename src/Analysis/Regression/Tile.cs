using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>A few hundred complete rows of the design matrix, column by column, small enough to stay in the processor's cache.</summary>
internal sealed class Tile
{
    public const int MaxRows = 256;

    private readonly Design _design;
    private readonly double[][] _columns;
    private readonly int[] _rows = new int[MaxRows];

    public Tile(Design design)
    {
        _design = design;
        _columns = [.. Enumerable.Range(0, design.Width).Select(_ => new double[MaxRows])];
        Array.Fill(_columns[0], 1);
    }

    /// <summary>Complete rows now held.</summary>
    public int Rows { get; private set; }

    /// <summary>A column of the design matrix: the ones, the terms, the target.</summary>
    public ReadOnlySpan<double> this[int column] => _columns[column].AsSpan(0, Rows);

    /// <summary>The places in the block of the rows now held.</summary>
    public ReadOnlySpan<int> BlockRows => _rows.AsSpan(0, Rows);

    /// <summary>Takes the next complete rows of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="next">The first row not looked at yet.</param>
    /// <returns>False when the block has no complete row left.</returns>
    public bool Fill(RowBlock block, ref int next)
    {
        Rows = 0;
        for (; next < block.Rows && Rows < MaxRows; next++)
        {
            if (IsComplete(block, next))
                _rows[Rows++] = next;
        }

        Gather(block, _design.Target, null, _columns[_design.TargetAt]);
        for (var term = 0; term < _design.Terms.Count; term++)
            Gather(block, _design.Terms[term].Column, _design.Terms[term].Level, _columns[term + 1]);
        return Rows > 0;
    }

    private bool IsComplete(RowBlock block, int row)
    {
        foreach (var feature in _design.Features)
        {
            if (block.Numbers[feature.Index] is { } numbers ? double.IsNaN(numbers[row]) : block.Codes[feature.Index]![row] < 0)
                return false;
        }

        return !double.IsNaN(block.Numbers[_design.Target.Index]![row]);
    }

    private void Gather(RowBlock block, TableColumn column, int? level, double[] into)
    {
        var rows = BlockRows;
        if (level is { } one)
        {
            var codes = block.Codes[column.Index]!;
            for (var i = 0; i < rows.Length; i++)
                into[i] = codes[rows[i]] == one ? 1 : 0;
        }
        else
        {
            var numbers = block.Numbers[column.Index]!;
            for (var i = 0; i < rows.Length; i++)
                into[i] = numbers[rows[i]];
        }
    }
}

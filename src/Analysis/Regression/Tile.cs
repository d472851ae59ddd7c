using RegressionAnalyzer.Analysis.Formulas;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>A few hundred complete rows of the design matrix, column by column, small enough to stay in the processor's cache.</summary>
internal sealed class Tile
{
    public const int MaxRows = 256;

    private readonly Design _design;
    private readonly TableColumn[] _mayMiss;
    private readonly Expression[] _computed;

    /// <summary>Whether every row of the block is complete, so that columns can be read where they are.</summary>
    private bool _whole;

    private readonly double[][] _own;
    private readonly double[][] _high;
    private readonly int[] _offset;
    private readonly double[]?[] _low;
    private readonly int[] _rows = new int[MaxRows];
    private readonly double[] _weights = new double[MaxRows];

    public Tile(Design design)
    {
        _design = design;
        var model = design.Model;
        _mayMiss = [.. model.Columns.Where(column => column.Missing > 0 || column == model.Weights)];
        _computed = [.. model.Terms.SelectMany(term => term.Factors).Append(model.Target).Where(factor => factor is not ColumnValue)];
        _own = [.. Enumerable.Range(0, design.Width).Select(_ => new double[MaxRows])];
        _high = [.. _own];
        _offset = new int[design.Width];
        _low = [.. Enumerable.Range(0, design.Width).Select(at => IsPlain(at) ? null : new double[MaxRows])];
        Array.Fill(_own[0], 1);
        Array.Fill(_weights, 1);
    }

    /// <summary>Room for sums of products to work in.</summary>
    public ShiftedColumns Shifted => field ??= new ShiftedColumns(_design.Width);

    /// <summary>Complete rows now held.</summary>
    public int Rows { get; private set; }

    /// <summary>The places in the block of the rows now held.</summary>
    public ReadOnlySpan<int> BlockRows => _rows.AsSpan(0, Rows);

    /// <summary>How much each row counts.</summary>
    public ReadOnlySpan<double> Weights => _weights.AsSpan(0, Rows);

    /// <summary>A column of the design matrix: the ones, the terms, the target.</summary>
    public ReadOnlySpan<double> this[int column] => _high[column].AsSpan(_offset[column], Rows);

    /// <summary>What a column has beyond the digits of a double; empty for columns as they stand in the table.</summary>
    public ReadOnlySpan<double> Low(int column) => _low[column].AsSpan(0, _low[column] is null ? 0 : Rows);

    /// <summary>A column that stands in the table as it is, or is 0 or 1.</summary>
    public bool IsPlain(int at) => at == 0
        || (at == _design.TargetAt ? _design.Model.Target is ColumnValue : _design.Columns[at - 1] is { Plain: not null } or { Numbers.Count: 0 });

    /// <summary>Takes the next complete rows of a block; they are valid as long as the block is.</summary>
    /// <param name="block">The block.</param>
    /// <param name="next">The first row not looked at yet.</param>
    /// <returns>False when the block has no complete row left.</returns>
    public bool Fill(RowBlock block, ref int next)
    {
        Rows = 0;
        _whole = _computed.Length == 0 && _design.Model.Weights is null && HasAll(block);
        for (; next < block.Rows && Rows < MaxRows; next++)
        {
            if (_whole || IsComplete(block, next))
                _rows[Rows++] = next;
        }

        if (Rows == 0)
            return false;
        for (var at = 1; at < _design.TargetAt; at++)
            Gather(block, _design.Columns[at - 1], at);
        Gather(block, _design.Model.Target, _design.TargetAt);
        if (_design.Model.Weights is { } weights)
            Pick(block.Numbers[weights.Index]!, _weights);
        return true;
    }

    private bool HasAll(RowBlock block)
    {
        foreach (var column in _mayMiss)
        {
            if (block.Missing?[column.Index] != 0)
                return false;
        }

        return true;
    }

    private bool IsComplete(RowBlock block, int row)
    {
        foreach (var column in _mayMiss)
        {
            if (block.Numbers[column.Index] is { } numbers ? double.IsNaN(numbers[row]) : block.Codes[column.Index]![row] < 0)
                return false;
        }

        foreach (var expression in _computed)
        {
            // the logarithm of a negative number is no number
            if (!double.IsFinite(expression.At(block, row).High))
                return false;
        }

        return _design.Model.Weights is not { } weights || block.Numbers[weights.Index]![row] > 0;
    }

    private void Gather(RowBlock block, DesignColumn column, int at)
    {
        if (column.Plain is { } plain)
        {
            Gather(block, plain, at);
            return;
        }

        var into = _own[at];
        for (var i = 0; i < Rows; i++)
        {
            var row = _rows[i];
            var inLevels = true;
            foreach (var (category, level) in column.Levels)
                inLevels &= block.Codes[category.Index]![row] == level;
            DoubleDouble value = inLevels ? 1 : 0;
            for (var number = 0; inLevels && number < column.Numbers.Count; number++)
                value *= column.Numbers[number].At(block, row);
            into[i] = value.High;
            if (_low[at] is { } low)
                low[i] = value.Low;
        }
    }

    private void Gather(RowBlock block, Expression expression, int at)
    {
        if (expression is ColumnValue value)
        {
            Gather(block, value.Column, at);
            return;
        }

        for (var i = 0; i < Rows; i++)
            (_own[at][i], _low[at]![i]) = expression.At(block, _rows[i]);
    }

    private void Gather(RowBlock block, TableColumn column, int at)
    {
        var numbers = block.Numbers[column.Index]!;
        if (_whole)
            (_high[at], _offset[at]) = (numbers, _rows[0]);
        else
            Pick(numbers, Own(at));
    }

    private double[] Own(int at)
    {
        (_high[at], _offset[at]) = (_own[at], 0);
        return _own[at];
    }

    private void Pick(double[] from, double[] into)
    {
        for (var i = 0; i < Rows; i++)
            into[i] = from[_rows[i]];
    }
}

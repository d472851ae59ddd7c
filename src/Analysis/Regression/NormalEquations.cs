using RegressionAnalyzer.Analysis.Formulas;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>The terms that were left out of a fit, and why.</summary>
internal enum DropReason
{
    Constant,
    Collinear,
}

/// <summary>
/// The normal equations, about the means where there is an intercept, solved by symmetric elimination (Cholesky) in the order of the terms. A term
/// that what came before explains to the last digit is left out, as R's <c>lm</c> does.
/// </summary>
internal sealed class NormalEquations
{
    /// <summary>
    /// A term whose part unexplained by the terms before is smaller than this share of its own spread is collinear: what is left is the rounding of
    /// the data, such as degrees Fahrenheit beside Celsius, both to six decimals. It is the share of R's <c>lm</c>, which takes it of the column's length
    /// about zero; about the mean another origin of a column, kelvin for Celsius, does not decide, nor is a time in seconds taken for a constant.
    /// </summary>
    private const double Tolerance = 1e-7;

    /// <summary>
    /// The same for a term made of columns that the fit has already, such as x¹⁰ beside x: it brings no rounding of its own, and twice the digits of a
    /// double keep what R must give up, such as NIST's Filip.
    /// </summary>
    private const double ComputedTolerance = 1e-11;

    /// <summary>What is left of a sum of squares below its 28th digit is the rounding of the sums.</summary>
    private const double Rounding = 1e-28;

    /// <summary>A spread below this share of its level is the rounding of a constant.</summary>
    private const double ConstantTolerance = 2.3e-16;

    private readonly DoubleDouble[,] _products;
    private readonly DoubleDouble[,] _factor;

    /// <param name="design">What the columns are.</param>
    /// <param name="moments">The sums.</param>
    /// <param name="candidates">The columns of the design to use, in order of preference, without ones and target.</param>
    public NormalEquations(Design design, Moments moments, IReadOnlyList<int> candidates)
    {
        Intercept = design.Model.Intercept;
        Moments = moments;
        Kept = [];
        Dropped = [];
        var all = (int[])[.. candidates, design.TargetAt];
        var width = all.Length;
        _products = new DoubleDouble[width, width];
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < width; j++)
                _products[i, j] = Intercept ? moments.AboutMeans(all[i], all[j]) : moments.AboutZero(all[i], all[j]);
        }

        _factor = new DoubleDouble[width, width];
        var kept = new List<int>();
        var firsts = new Dictionary<TableColumn, ModelTerm>();
        for (var i = 0; i < width - 1; i++)
        {
            var own = _products[i, i].High;
            var term = design.Columns[all[i] - 1].Source;
            var tolerance = term.Columns().All(column => firsts.TryGetValue(column, out var first) && first != term) ? ComputedTolerance : Tolerance;
            var squares = moments.AboutZero(all[i], all[i]).High;
            Eliminate(i, kept);
            var pivot = _factor[i, i].High;
            if (own <= ConstantTolerance * ConstantTolerance * squares || squares == 0)
            {
                Dropped.Add((all[i], DropReason.Constant));
            }
            else if (pivot <= Math.Max(tolerance * tolerance * own, Rounding * moments[all[i], all[i]].High))
            {
                Dropped.Add((all[i], DropReason.Collinear));
            }
            else
            {
                kept.Add(i);
                Kept.Add(all[i]);
                foreach (var column in term.Columns())
                    firsts.TryAdd(column, term);
            }
        }

        Eliminate(width - 1, kept);
        Places = [.. kept];
        TargetSquares = _products[width - 1, width - 1];
        var residual = _factor[width - 1, width - 1];
        ResidualSquares = residual.High <= Rounding * TargetSquares.High ? DoubleDouble.Zero : residual;
        Solve(width - 1);
    }

    public Moments Moments { get; }

    public bool Intercept { get; }

    /// <summary>The columns of the design in the fit.</summary>
    public List<int> Kept { get; }

    public List<(int Column, DropReason Reason)> Dropped { get; }

    /// <summary>The sum of squares of the target, about its mean where there is an intercept.</summary>
    public DoubleDouble TargetSquares { get; }

    public DoubleDouble ResidualSquares { get; }

    /// <summary>The slopes of the kept columns.</summary>
    public DoubleDouble[] Slopes { get; private set; } = [];

    /// <summary>The inverse of the kept columns' sums of squares and products.</summary>
    public DoubleDouble[,] Inverse { get; private set; } = new DoubleDouble[0, 0];

    private int[] Places { get; }

    /// <summary>The sum of squares of a kept column, about its mean where there is an intercept.</summary>
    public DoubleDouble Squares(int kept) => _products[Places[kept], Places[kept]];

    /// <summary>A lower triangular W over the kept columns for which WᵀW is <see cref="Inverse"/>.</summary>
    public double[,] Whitening()
    {
        var size = Places.Length;
        var whitening = new double[size, size];
        for (var column = 0; column < size; column++)
        {
            var forward = new DoubleDouble[size];
            for (var k = column; k < size; k++)
            {
                DoubleDouble sum = k == column ? 1 : 0;
                for (var m = column; m < k; m++)
                    sum -= _factor[Places[k], Places[m]] / _factor[Places[m], Places[m]] * forward[m];
                forward[k] = sum;
                whitening[k, column] = (double)(sum / DoubleDouble.Sqrt(_factor[Places[k], Places[k]]));
            }
        }

        return whitening;
    }

    /// <summary>Row <paramref name="row"/> of L·D of the L·D·Lᵀ factors over the kept columns; its diagonal place holds D.</summary>
    private void Eliminate(int row, List<int> kept)
    {
        var rest = _products[row, row];
        for (var k = 0; k < kept.Count; k++)
        {
            var at = kept[k];
            var sum = _products[row, at];
            for (var m = 0; m < k; m++)
                sum -= _factor[row, kept[m]] * _factor[at, kept[m]] / _factor[kept[m], kept[m]];
            _factor[row, at] = sum;
            rest -= sum * sum / _factor[at, at];
        }

        _factor[row, row] = rest;
    }

    private void Solve(int target)
    {
        var size = Places.Length;
        Slopes = new DoubleDouble[size];
        for (var k = size - 1; k >= 0; k--)
        {
            var sum = _factor[target, Places[k]];
            for (var m = k + 1; m < size; m++)
                sum -= _factor[Places[m], Places[k]] * Slopes[m];
            Slopes[k] = sum / _factor[Places[k], Places[k]];
        }

        Inverse = new DoubleDouble[size, size];
        for (var column = 0; column < size; column++)
        {
            var forward = new DoubleDouble[size];
            for (var k = column; k < size; k++)
            {
                DoubleDouble sum = k == column ? 1 : 0;
                for (var m = column; m < k; m++)
                    sum -= _factor[Places[k], Places[m]] * forward[m];
                forward[k] = sum / _factor[Places[k], Places[k]];
            }

            for (var k = size - 1; k >= 0; k--)
            {
                var sum = forward[k];
                for (var m = k + 1; m < size; m++)
                    sum -= _factor[Places[m], Places[k]] / _factor[Places[k], Places[k]] * Inverse[m, column];
                Inverse[k, column] = sum;
            }
        }
    }
}

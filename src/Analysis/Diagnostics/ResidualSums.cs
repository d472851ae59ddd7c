using System.Numerics.Tensors;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>What the diagnostics need of all rows, joined block by block. Residuals are times the root of their row's weight.</summary>
internal sealed class ResidualSums(LeastSquaresFit fit, StandardErrors errors)
{
    private const int Outstanding = 10;

    private const int Farthest = 3;

    /// <summary>A leverage this near to 1 is 1 but for rounding.</summary>
    private const double Rounding = 1e-12;

    private readonly double[] _squaresTimesFeature = new double[fit.System.Kept.Count];
    private readonly double[,]? _meat = errors == StandardErrors.Classical ? null : new double[fit.System.Kept.Count + 1, fit.System.Kept.Count + 1];
    private readonly PriorityQueue<OutstandingRow, (double, long)> _outstanding = new();
    private readonly PriorityQueue<long, (double, long)> _farthest = new();
    private readonly double _variance = (double)fit.System.ResidualSquares / fit.DegreesOfFreedom;
    private readonly double[] _scaled = new double[Tile.MaxRows];
    private double? _first;
    private double _last;

    public long Rows { get; private set; }

    /// <summary>The sums of the residuals' powers.</summary>
    public double Sum { get; private set; }

    public double Squares { get; private set; }

    public double Cubes { get; private set; }

    public double Fourths { get; private set; }

    /// <summary>The sum of the squared differences of neighbours.</summary>
    public double Differences { get; private set; }

    public double MaxLeverage { get; private set; }

    public long HighLeverages { get; private set; }

    /// <summary>The rows whose leverage is 1: the fit goes through them whatever their targets are.</summary>
    public long Determined { get; private set; }

    public double MaxDistance { get; private set; }

    public long LargeDistances { get; private set; }

    public double LeverageThreshold { get; } = Math.Min(1, 3.0 * fit.Coefficients / fit.Rows);

    public double DistanceThreshold { get; } = 4.0 / fit.Rows;

    /// <summary>The sums of the squared residuals times each kept column less its mean.</summary>
    public IReadOnlyList<double> SquaresTimesFeature => _squaresTimesFeature;

    /// <summary>The sums of products of ones and kept columns less their means, times the squared residuals as the standard errors want them.</summary>
    public double[,]? Meat => _meat;

    /// <summary>The first few of the rows with high leverages, highest first.</summary>
    public IReadOnlyList<long> FarthestRows => [.. _farthest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];

    /// <summary>The rows with the largest distances, largest first.</summary>
    public IReadOnlyList<OutstandingRow> OutstandingRows =>
        [.. _outstanding.UnorderedItems.Select(item => item.Element).OrderByDescending(row => row.CooksDistance).ThenBy(row => row.Row)];

    public void Add(ResidualTile tile, long firstRow)
    {
        var rows = tile.Tile.Rows;
        for (var i = 0; i < rows; i++)
            AddRow(tile, i, firstRow + tile.Tile.BlockRows[i]);
        for (var k = 0; k < _squaresTimesFeature.Length; k++)
            _squaresTimesFeature[k] += TensorPrimitives.Dot(_scaled.AsSpan(0, rows), tile.Fitted.Centered(k));
        if (_meat is not null)
            AddMeat(tile);
    }

    public void Add(ResidualSums next)
    {
        if (next.Rows == 0)
            return;
        if (Rows > 0)
            Differences += (next._first!.Value - _last) * (next._first.Value - _last);
        _first ??= next._first;
        _last = next._last;
        Rows += next.Rows;
        Sum += next.Sum;
        Squares += next.Squares;
        Cubes += next.Cubes;
        Fourths += next.Fourths;
        Differences += next.Differences;
        MaxLeverage = Math.Max(MaxLeverage, next.MaxLeverage);
        MaxDistance = Math.Max(MaxDistance, next.MaxDistance);
        HighLeverages += next.HighLeverages;
        Determined += next.Determined;
        LargeDistances += next.LargeDistances;
        TensorPrimitives.Add(_squaresTimesFeature, next._squaresTimesFeature, _squaresTimesFeature);
        foreach (var (row, order) in next._outstanding.UnorderedItems)
            Offer(_outstanding, Outstanding, row, order);
        foreach (var (row, order) in next._farthest.UnorderedItems)
            Offer(_farthest, Farthest, row, order);
        for (var i = 0; _meat is not null && i < _meat.GetLength(0); i++)
        {
            for (var j = 0; j < _meat.GetLength(1); j++)
                _meat[i, j] += next._meat![i, j];
        }
    }

    private void AddRow(ResidualTile tile, int i, long row)
    {
        var residual = tile.Fitted.Residuals[i] * Math.Sqrt(tile.Tile.Weights[i]);
        var square = residual * residual;
        _scaled[i] = square;
        if (_first is not null)
            Differences += (residual - _last) * (residual - _last);
        _first ??= residual;
        _last = residual;
        Rows++;
        Sum += residual;
        Squares += square;
        Cubes += square * residual;
        Fourths += square * square;

        var rest = 1 - tile.Leverages[i];
        var determined = rest <= Rounding;
        var leverage = determined ? 1 : tile.Leverages[i];
        var distance = !determined && _variance > 0 ? square * leverage / (fit.Coefficients * _variance * rest * rest) : 0;
        // beyond all numbers where the residuals are next to nothing
        distance = double.IsFinite(distance) ? distance : 0;
        MaxLeverage = Math.Max(MaxLeverage, leverage);
        if (determined || leverage > LeverageThreshold)
            AddFar(row, leverage);
        MaxDistance = Math.Max(MaxDistance, distance);
        if (distance <= DistanceThreshold)
            return;
        LargeDistances++;
        if (_outstanding.Count < Outstanding || distance > _outstanding.Peek().CooksDistance)
        {
            var standardized = residual / Math.Sqrt(_variance * rest);
            Offer(
                _outstanding,
                Outstanding,
                new OutstandingRow(
                    row, tile.Fitted.Target[i], tile.Fitted.Predicted[i], tile.Fitted.Residuals[i], double.IsFinite(standardized) ? standardized : null, leverage, distance),
                (distance, -row));
        }
    }

    private void AddFar(long row, double leverage)
    {
        HighLeverages += leverage > LeverageThreshold ? 1 : 0;
        Determined += leverage == 1 ? 1 : 0;
        if (_farthest.Count < Farthest || (_farthest.TryPeek(out _, out var nearest) && leverage > nearest.Item1))
            Offer(_farthest, Farthest, row, (leverage, -row));
    }

    private static void Offer<T>(PriorityQueue<T, (double, long)> queue, int most, T row, (double, long) order)
    {
        queue.Enqueue(row, order);
        if (queue.Count > most)
            queue.Dequeue();
    }

    private void AddMeat(ResidualTile tile)
    {
        var rows = tile.Tile.Rows;
        for (var i = 0; i < rows; i++)
        {
            // a row that determines its own prediction has no residual to scale up
            var rest = Math.Max(1 - tile.Leverages[i], Rounding);
            _scaled[i] *= tile.Tile.Weights[i] / (errors switch { StandardErrors.HC2 => rest, StandardErrors.HC3 => rest * rest, _ => 1 });
        }

        var scaled = _scaled.AsSpan(0, rows);
        var product = new double[rows];
        for (var i = 0; i < _meat!.GetLength(0); i++)
        {
            TensorPrimitives.Multiply(scaled, i == 0 ? tile.Tile[0] : tile.Fitted.Centered(i - 1), product);
            for (var j = 0; j <= i; j++)
                _meat[i, j] += TensorPrimitives.Dot(product, j == 0 ? tile.Tile[0] : tile.Fitted.Centered(j - 1));
        }
    }
}

namespace RegressionAnalyzer.Analysis.Prediction;

/// <summary>The errors of predictions beside the spread of what was predicted.</summary>
internal sealed class SpreadOfErrors
{
    private double? _first;
    private double _weights;
    private double _errors;
    private double _mean;
    private double _spread;

    /// <summary>1 less the squared errors over the squared distances from the mean; null where all targets are the same.</summary>
    public double? RSquared => _spread > 0 && double.IsFinite(_errors / _spread) ? 1 - _errors / _spread : null;

    public double Rmse => Math.Sqrt(_errors / _weights);

    public void Add(double actual, double error, double weight)
    {
        _weights += weight;
        _errors += weight * error * error;
        // Welford, "Note on a method for calculating corrected sums of squares" (1962), with West's weights (1979); from the first, which is exact of near ones
        actual -= _first ??= actual;
        var from = actual - _mean;
        _mean += from * weight / _weights;
        _spread += weight * from * (actual - _mean);
    }
}

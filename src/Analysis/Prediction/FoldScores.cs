using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Prediction;

/// <summary>
/// Cuts rows into folds, fits without one fold and predicts it. What a fit needs of its rows are sums, so each fold's are taken once and those of
/// the others added up.
/// </summary>
internal sealed class FoldScores
{
    private readonly LeastSquaresFit _whole;
    private readonly SortedSet<int> _undetermined = [];
    private readonly double[] _origins;
    private readonly RowBlock[] _folds;
    private readonly BlockMoments[] _moments;

    /// <param name="whole">The fit of all rows.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="bounds">Where in the drawn order each fold ends.</param>
    public FoldScores(LeastSquaresFit whole, CompleteRows rows, IReadOnlyList<int> bounds, CancellationToken cancellationToken)
    {
        _whole = whole;
        _folds = [.. bounds.Select((end, fold) => rows.At(rows.Stretch(fold == 0 ? 0 : bounds[fold - 1], end)))];
        var first = new Tile(whole.Design);
        var next = 0;
        first.Fill(_folds[0], ref next);
        _origins = Moments.OriginsFor(first, whole.Design.Width);
        _moments = new BlockMoments[_folds.Length];
        Parallel.For(0, _folds.Length, Cores.For(cancellationToken), fold => _moments[fold] = MomentsOf(_folds[fold]));
    }

    /// <summary>The terms of the whole fit that a fit of other folds did without so far: a level they have no row of, a column that does not vary there.</summary>
    public IEnumerable<string> Undetermined => _undetermined.Select(at => _whole.Design.Columns[at - 1].Name);

    /// <summary>Fits the other folds and predicts this one.</summary>
    /// <returns>Null where the other folds have no more rows than the fit has coefficients.</returns>
    public Holdout? Score(int fold)
    {
        var training = new Moments(_origins);
        for (var other = 0; other < _folds.Length; other++)
        {
            if (other != fold)
                training.Add(_moments[other]);
        }

        var fit = LeastSquaresFit.Solve(_whole.Design, training, []);
        _undetermined.UnionWith(Determined(_whole).Except(Determined(fit)));
        return training.Rows > fit.Coefficients ? Score(fit, _folds[fold]) : null;
    }

    /// <summary>The columns that a fit can tell something of: those with a coefficient, and the reference levels.</summary>
    private static IEnumerable<int> Determined(LeastSquaresFit fit) => Enumerable.Range(1, fit.Design.Columns.Count)
        .Where(at => fit.System.Moments.AboutZero(at, at).High > 0)
        .Except(fit.System.Dropped.Select(dropped => dropped.Column));

    private static Holdout Score(LeastSquaresFit fit, RowBlock unseen)
    {
        var errors = new SpreadOfErrors();
        var fitted = new FittedTile(fit);
        var next = 0;
        while (fitted.Fill(unseen, ref next))
        {
            for (var row = 0; row < fitted.Tile.Rows; row++)
                errors.Add(fitted.Target[row], fitted.Residuals[row], fitted.Tile.Weights[row]);
        }

        return new Holdout(errors.RSquared, errors.Rmse, (int)fit.Rows, unseen.Rows);
    }

    private BlockMoments MomentsOf(RowBlock rows)
    {
        var moments = new BlockMoments(_origins, _whole.Design.Model.Weights is not null);
        moments.Add(new Tile(_whole.Design), rows);
        return moments;
    }
}

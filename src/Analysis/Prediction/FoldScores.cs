using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Prediction;

/// <summary>
/// Cuts rows into folds, fits without one fold and predicts it. What a fit needs of its rows are sums, so each fold's are taken once and those of
/// the others added up.
/// </summary>
internal sealed class FoldScores
{
    private readonly Design _design;
    private readonly double[] _origins;
    private readonly RowBlock[] _folds;
    private readonly BlockMoments[] _moments;

    /// <param name="design">The columns of the regression.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="bounds">Where in the drawn order each fold ends.</param>
    public FoldScores(Design design, CompleteRows rows, IReadOnlyList<int> bounds, CancellationToken cancellationToken)
    {
        _design = design;
        _folds = [.. bounds.Select((end, fold) => rows.At(rows.Stretch(fold == 0 ? 0 : bounds[fold - 1], end)))];
        var first = new Tile(design);
        var next = 0;
        first.Fill(_folds[0], ref next);
        _origins = Moments.OriginsFor(first, design.Width);
        _moments = new BlockMoments[_folds.Length];
        Parallel.For(0, _folds.Length, Cores.For(cancellationToken), fold => _moments[fold] = MomentsOf(_folds[fold]));
    }

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

        var fit = LeastSquaresFit.Solve(_design, training, []);
        return training.Rows > fit.Coefficients ? Score(fit, _folds[fold]) : null;
    }

    private static Holdout Score(LeastSquaresFit fit, RowBlock unseen)
    {
        var errors = new SpreadOfErrors();
        var tile = new Tile(fit.Design);
        var next = 0;
        while (tile.Fill(unseen, ref next))
        {
            for (var row = 0; row < tile.Rows; row++)
                errors.Add(tile[fit.Design.TargetAt][row], fit.Predict(tile, row), tile.Weights[row]);
        }

        return new Holdout(errors.RSquared, errors.Rmse, (int)fit.Rows, unseen.Rows);
    }

    private BlockMoments MomentsOf(RowBlock rows)
    {
        var moments = new BlockMoments(_origins, _design.Model.Weights is not null);
        moments.Add(new Tile(_design), rows);
        return moments;
    }
}

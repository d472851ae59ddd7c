using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>A solved regression, before it is put into words.</summary>
internal sealed class LeastSquaresFit
{
    private const double LeastSquares = 1e-140;
    private const double MostSquares = 1e150;

    private LeastSquaresFit(Design design, NormalEquations system, IReadOnlyList<string> warnings)
    {
        Design = design;
        System = system;
        Warnings = warnings;
        Weights = new double[design.Width];
        var intercept = system.Intercept ? system.Moments.Mean(design.TargetAt) : DoubleDouble.Zero;
        for (var k = 0; k < system.Kept.Count; k++)
        {
            if (system.Intercept)
                intercept -= system.Slopes[k] * system.Moments.Mean(system.Kept[k]);
            Weights[system.Kept[k]] = (double)system.Slopes[k];
        }

        Weights[0] = (double)intercept;
    }

    public Design Design { get; }

    public NormalEquations System { get; }

    /// <summary>What each column of the design counts in a prediction: the intercept, the slopes, 0 for what is not in the fit and for the target.</summary>
    public double[] Weights { get; }

    public IReadOnlyList<string> Warnings { get; }

    public long Rows => System.Moments.Rows;

    /// <summary>Slopes, and the intercept where there is one.</summary>
    public int Coefficients => System.Kept.Count + (System.Intercept ? 1 : 0);

    public long DegreesOfFreedom => Rows - Coefficients;

    /// <exception cref="TooFewRowsException">There are fewer complete rows than coefficients.</exception>
    public static LeastSquaresFit Of(Table table, Design design, CancellationToken cancellationToken)
    {
        var moments = Gather(table, design, cancellationToken);
        if (moments.Rows == 0)
            throw new TooFewRowsException(IncompleteRows.NoneIsComplete(design.Model), 0, design.Columns.Count + 1);
        RejectExtremes(design, moments);
        var warnings = new List<string>();
        if (moments.Rows < table.Rows)
            warnings.Add(IncompleteRows.Warning(design.Model, table.Rows, table.Rows - moments.Rows));
        var fit = Solve(design, moments, warnings);
        var coefficients = fit.Coefficients + fit.System.Dropped.Count(dropped => dropped.Reason == DropReason.Collinear);
        if (moments.Rows < coefficients)
        {
            throw new TooFewRowsException(
                $"{moments.Rows} complete {(moments.Rows == 1 ? "row" : "rows")} cannot determine {coefficients} coefficients. Name fewer features, or bring at least {coefficients + 1} rows.",
                moments.Rows, coefficients);
        }

        return fit;
    }

    /// <summary>Fits from sums, be they of all rows or of some.</summary>
    /// <param name="warnings">Takes in what was left out.</param>
    public static LeastSquaresFit Solve(Design design, Moments moments, List<string> warnings)
    {
        var candidates = TreatmentCoding.Candidates(design, moments, warnings);
        var system = new NormalEquations(design, moments, candidates);
        foreach (var (column, reason) in system.Dropped)
        {
            var name = design.Columns[column - 1].Name;
            warnings.Add(reason == DropReason.Constant
                ? $"'{name}' has one value in all complete rows and was left out."
                : $"'{name}' is a linear combination of the features before it and was left out.");
        }

        return new LeastSquaresFit(design, system, warnings);
    }

    /// <summary>Elimination multiplies sums of squares, and twice the digits of a double have no more range than one: that is for values of 1e-70 to 1e70.</summary>
    private static void RejectExtremes(Design design, Moments moments)
    {
        for (var at = 1; at < design.Width; at++)
        {
            var squares = moments.AboutZero(at, at).High;
            if (squares is 0 or (>= LeastSquares and <= MostSquares))
                continue;
            var name = at == design.TargetAt ? design.Model.Target.ToString() : design.Columns[at - 1].Name;
            var (size, unit) = squares < LeastSquares ? ("small", "smaller") : ("large", "larger");
            throw new UnsuitableColumnException(
                $"The values of '{name}' are too {size} for a regression. Bring it in a {unit} unit, so that they lie between 1e-70 and 1e70.", name);
        }
    }

    private static Moments Gather(Table table, Design design, CancellationToken cancellationToken)
    {
        if (table.Early is { } early && early.AreThoseOf(design))
            return early.Sums.Total;
        var origins = OriginsFor(table, design);
        var gatherer = new MomentGatherer(origins, design.Model.Weights is not null);
        table.Reduce(() => new Tile(design), gatherer.Look, gatherer.Join, cancellationToken);
        return gatherer.Total;
    }

    /// <summary>From the sample's first complete rows.</summary>
    private static double[] OriginsFor(Table table, Design design)
    {
        var tile = new Tile(design);
        var next = 0;
        tile.Fill(table.Sample.Block, ref next);
        return Moments.OriginsFor(tile, design.Width);
    }
}

using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Prediction;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>The rows a forest learns from and those it is judged by, as it sees them.</summary>
internal sealed record ForestRows(BinnedRows Training, BinnedRows Test)
{
    /// <summary>Fewer rows teach a forest nothing.</summary>
    private const int Least = 10;

    /// <summary>
    /// Values, rows times features, that a forest may look at: 100 trees take about a second for so many on two cores. Past it rows are left out,
    /// which an importance bears better than fewer trees.
    /// </summary>
    private const int MostValues = 2_000_000;

    private const int LeastRows = 1_000;

    /// <returns>Null, with a warning, where there are too few rows.</returns>
    public static ForestRows? Of(Design design, CompleteRows rows, long all, List<string> warnings)
    {
        var features = design.Model.Features;
        if (features.Count == 0 || rows.Count < Least)
        {
            warnings.Add($"Feature importance takes at least {Least} complete rows and a feature; there are {rows.Count} rows and {features.Count} features.");
            return null;
        }

        var used = Math.Min(rows.Count, Math.Max(LeastRows, MostValues / features.Count));
        if (used < all)
            warnings.Add(FormattableString.Invariant($"Feature importance was found on {used:N0} of {all:N0} complete rows, drawn evenly: all of them would take long and tell little more."));
        if (design.Model.Weights is { } weights)
            warnings.Add($"Feature importance counts every row the same, whatever its weight in '{weights.Name}'.");
        var test = (used + 4) / 5;
        return Of(design, rows.At(rows.Stretch(0, used - test)), rows.At(rows.Stretch(used - test, used)));
    }

    private static ForestRows Of(Design design, RowBlock training, RowBlock test)
    {
        var (target, unseen) = (Target(design, training), Target(design, test));
        // scaled by the largest, so that squares stay numbers
        var scale = Math.Max(target.Max(Math.Abs), unseen.Max(Math.Abs));
        if (scale > 0)
            (target, unseen) = (Array.ConvertAll(target, value => value / scale), Array.ConvertAll(unseen, value => value / scale));
        var features = design.Model.Features;
        var (columns, unseenColumns) = (new byte[features.Count][], new byte[features.Count][]);
        Parallel.For(0, features.Count, Cores.For(CancellationToken.None), at =>
        {
            var values = Numbers(features[at], training, training, target);
            var bins = new FeatureBins(values);
            columns[at] = Array.ConvertAll(values, bins.Of);
            unseenColumns[at] = Array.ConvertAll(Numbers(features[at], test, training, target), bins.Of);
        });
        return new ForestRows(new BinnedRows(columns, target), new BinnedRows(unseenColumns, unseen));
    }

    private static double[] Target(Design design, RowBlock rows)
    {
        var values = new List<double>(rows.Rows);
        var tile = new Tile(design);
        var next = 0;
        while (tile.Fill(rows, ref next))
            values.AddRange(tile[design.TargetAt]);
        return [.. values];
    }

    private static double[] Numbers(TableColumn column, RowBlock rows, RowBlock training, double[] target) => rows.Numbers[column.Index]
        ?? new LevelMeans(training.Codes[column.Index]!, target, column.Levels.Count).Of(rows.Codes[column.Index]!);
}

using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>Pearson correlations over the complete rows, taken from the sums that the fit was made from.</summary>
/// <param name="Names">The columns, the target last.</param>
/// <param name="Matrix">Their correlations, −1 to 1.</param>
/// <param name="All">The numeric columns there are that vary.</param>
internal sealed record Correlations(IReadOnlyList<string> Names, double[][] Matrix, int All)
{
    /// <summary>More cells than a page has room for.</summary>
    private const int Most = 15;

    /// <returns>Null where fewer than two numeric columns vary.</returns>
    public static Correlations? Of(LeastSquaresFit fit)
    {
        var (design, moments) = (fit.Design, fit.System.Moments);
        var target = design.TargetAt;
        bool Varies(int column) => moments.AboutMeans(column, column).High > moments.AboutZero(column, column).High * 1e-28;
        double R(int i, int j) => i == j ? 1 : Math.Clamp(
            moments.AboutMeans(i, j).High / Math.Sqrt(moments.AboutMeans(i, i).High) / Math.Sqrt(moments.AboutMeans(j, j).High), -1, 1);
        if (!Varies(target))
            return null;
        var numeric = Enumerable.Range(1, design.Columns.Count).Where(column => design.Columns[column - 1].Levels.Count == 0 && Varies(column)).ToList();
        if (numeric.Count == 0)
            return null;
        var shown = (int[])[.. numeric.OrderByDescending(column => Math.Abs(R(column, target))).Take(Most - 1).Order(), target];
        var matrix = Array.ConvertAll(shown, row => Array.ConvertAll(shown, column => R(row, column)));
        return new Correlations([.. shown.Select(column => column == target ? design.Model.Target.ToString() : design.Columns[column - 1].Name)], matrix, numeric.Count + 1);
    }
}

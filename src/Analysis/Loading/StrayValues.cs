using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Single values that keep a column of labels from being read as the numbers, or the dates, that most of it holds.</summary>
internal static class StrayValues
{
    /// <param name="misfits">The values for which the column is read as labels.</param>
    /// <param name="levels">Its labels.</param>
    /// <param name="codes">The label of each row of a sample.</param>
    /// <param name="decimalMark">A point or a comma.</param>
    /// <returns>The first stray value; null where the column is rightly one of labels.</returns>
    public static Misfit? FirstOf(IReadOnlyList<Misfit> misfits, IReadOnlyList<string> levels, ReadOnlySpan<int> codes, byte decimalMark)
    {
        // the labels that there was room for stand for the others; but one that is too long to be kept is no number
        var lastKnown = levels.Count < LabelTable.MaxLabels ? LabelTable.Overflow : 0;
        var (rows, present) = (new int[levels.Count], 0);
        foreach (var code in codes)
        {
            present += code >= lastKnown && code != LabelTable.MissingCode ? 1 : 0;
            if (code >= 0)
                rows[code]++;
        }

        return misfits.FirstOrDefault(misfit => 2 * Fitting(misfit.Kind) > present);

        int Fitting(ColumnKind kind) => rows.Where((_, code) => kind.Fits(Encoding.UTF8.GetBytes(levels[code]), decimalMark)).Sum();
    }

    /// <param name="stray">The value.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="type">What the column is read as.</param>
    public static string Warning(Misfit stray, string column, string place, ColumnType type)
    {
        var others = stray.Kind.Date is { } date ? $"dates written as {date.Name}" : "numbers";
        return $"Most values of column '{column}' are {others}, but '{stray.Value}' {place} is not, "
            + $"so that the whole column is read as {(type == ColumnType.Text ? "text" : "categories")}. Correct that value and any like it, or leave them empty.";
    }
}

using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis;

/// <summary>Which column is explained by which others.</summary>
internal static class ChosenColumns
{
    /// <summary>A column with more levels is left out unless it is asked for: it mostly names rows.</summary>
    private const int MaxLevelsUnasked = 30;

    public static (TableColumn Target, IReadOnlyList<TableColumn> Features) From(Table table, AnalysisRequest request, List<string> warnings)
    {
        var target = Target(table, request, warnings);
        var features = request.Features is { Count: > 0 } named
            ? [.. named.Distinct(StringComparer.Ordinal).Select(name => Feature(table.Column(name), target))]
            : table.Columns.Where(column => column != target && IsUsable(column, warnings)).ToList();
        if (features.Count == 0)
            throw new UnsuitableColumnException($"There is no column to explain '{target.Name}' by: every other column is empty or text.", target.Name);
        return (target, features);
    }

    private static TableColumn Target(Table table, AnalysisRequest request, List<string> warnings)
    {
        if (request.Target is { } name)
        {
            var column = table.Column(name);
            return column.Type == ColumnType.Numeric
                ? column
                : throw new UnsuitableColumnException($"The target '{name}' is {InWords(column)}. A regression needs a numeric target; numeric are: {NumericNames(table)}.", name);
        }

        var last = table.Columns.LastOrDefault(column => column.Type == ColumnType.Numeric)
            ?? throw new UnsuitableColumnException("The table has no numeric column, so there is nothing to explain.", table.Columns[0].Name);
        warnings.Add($"No target was named; the last numeric column, '{last.Name}', was taken.");
        return last;
    }

    private static TableColumn Feature(TableColumn column, TableColumn target)
    {
        if (column == target)
            throw new UnsuitableColumnException($"'{column.Name}' is the target and cannot explain itself. Leave it out of the features.", column.Name);
        return column.Type is ColumnType.Numeric or ColumnType.Categorical
            ? column
            : throw new UnsuitableColumnException($"The feature '{column.Name}' is {InWords(column)}. A feature is numeric, or has at most {LabelTable.MaxLabels} distinct labels.", column.Name);
    }

    private static bool IsUsable(TableColumn column, List<string> warnings)
    {
        if (column.Type == ColumnType.Numeric || column is { Type: ColumnType.Categorical, Levels.Count: <= MaxLevelsUnasked })
            return true;
        warnings.Add(column.Type == ColumnType.Categorical
            ? $"'{column.Name}' has {column.Levels.Count} different labels and was left out; name it among the features to use it."
            : $"'{column.Name}' is {InWords(column)} and was left out.");
        return false;
    }

    private static string InWords(TableColumn column) => column.Type switch
    {
        ColumnType.Empty => "empty",
        ColumnType.Categorical => $"categorical (such as '{column.Levels[0]}')",
        ColumnType.Date => "a date",
        ColumnType.Text => "text",
        _ => "numeric",
    };

    private static string NumericNames(Table table)
    {
        var names = table.Columns.Where(column => column.Type == ColumnType.Numeric).Select(column => column.Name).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }
}

using RegressionAnalyzer.Analysis.Formulas;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis;

/// <summary>Which column is explained by which others.</summary>
internal static class ChosenColumns
{
    /// <summary>A column with more levels is left out unless it is asked for: it mostly names rows.</summary>
    private const int MaxLevelsUnasked = 30;

    /// <summary>How many wrong values an error tells of.</summary>
    private const int MostStrays = 3;

    public static Model From(Table table, AnalysisRequest request, List<string> warnings)
    {
        var weights = request.Weights is { } name ? Weights(table.Column(name)) : null;
        var model = request.Formula is { Length: > 0 } formula
            ? FormulaReader.Read(table.Columns, formula, weights, warnings)
            : Listed(table, request, weights, warnings);
        return weights is null || model.Target != new ColumnValue(weights)
            ? model
            : throw new UnsuitableColumnException($"'{weights.Name}' is the target and cannot say how much each row counts. Name another weights column, or none.", weights.Name);
    }

    private static Model Listed(Table table, AnalysisRequest request, TableColumn? weights, List<string> warnings)
    {
        var target = Target(table, request, warnings);
        List<TableColumn> features;
        if (request.Features is { Count: > 0 } named)
        {
            features = [.. named.Distinct(StringComparer.Ordinal).Select(feature => Feature(table.Column(feature), target))];
        }
        else
        {
            features = Usable(table.Columns, [target, weights]);
            warnings.AddRange(LeftOut(table.Columns, [target, weights]));
        }

        if (features.Count == 0)
            throw new UnsuitableColumnException($"There is no column to explain '{target.Name}' by: every other column is empty, a date, text, or has a different label in each row.{Strays(table, target)}", target.Name);
        return new Model(new ColumnValue(target), [.. features.Select(feature => new ModelTerm([new ColumnValue(feature)]))], request.Intercept, weights);
    }

    /// <summary>The columns that can explain something without being asked for by name.</summary>
    public static List<TableColumn> Usable(IReadOnlyList<TableColumn> columns, IReadOnlyCollection<TableColumn?> except) =>
        [.. columns.Where(column => !except.Contains(column) && IsUsable(column))];

    /// <summary>Why the other columns are not among them, a sentence for each.</summary>
    public static IEnumerable<string> LeftOut(IReadOnlyList<TableColumn> columns, IReadOnlyCollection<TableColumn?> except) =>
        columns.Where(column => !except.Contains(column) && !IsUsable(column)).Select(column => column.Type switch
        {
            ColumnType.Categorical when column.Levels.Count == column.Count => $"'{column.Name}' has a different label in each row and was left out.",
            ColumnType.Categorical => $"'{column.Name}' has {column.Levels.Count} different labels and was left out; name it among the features to use it.",
            ColumnType.Date => $"'{column.Name}' is a date and was left out; name it among the features to use it as days.",
            _ => $"'{column.Name}' is {InWords(column)} and was left out.",
        });

    public static string InWords(TableColumn column) => column.Type switch
    {
        ColumnType.Empty => "empty",
        ColumnType.Categorical => $"categorical (such as '{column.Levels[0]}')",
        ColumnType.Date => "a date",
        ColumnType.Text => "text",
        _ => "numeric",
    };

    private static TableColumn Weights(TableColumn column) => column switch
    {
        { Type: not ColumnType.Numeric } => throw new UnsuitableColumnException($"The weights column '{column.Name}' is {InWords(column)}. Weights are numbers.{And(column.Stray)}", column.Name),
        { Extremes.MinValue: < 0 } => throw new UnsuitableColumnException(
            $"The weights column '{column.Name}' has a negative value in data row {column.Extremes.MinIndex + 1}. Weights are 0 or more.", column.Name),
        _ => column,
    };

    private static TableColumn Target(Table table, AnalysisRequest request, List<string> warnings)
    {
        if (request.Target is { } name)
        {
            var column = table.Column(name);
            return column.Type == ColumnType.Numeric
                ? column
                : throw new UnsuitableColumnException($"The target '{name}' is {InWords(column)}. A regression needs a numeric target; numeric are: {NumericNames(table)}.{And(column.Stray)}", name);
        }

        var last = table.Columns.LastOrDefault(column => column.Type == ColumnType.Numeric)
            ?? throw new UnsuitableColumnException($"The table has no numeric column, so there is nothing to explain.{Strays(table, null)}", table.Columns[0].Name);
        warnings.Add($"No target was named; the last numeric column, '{last.Name}', was taken.");
        return last;
    }

    private static TableColumn Feature(TableColumn column, TableColumn target)
    {
        if (column == target)
            throw new UnsuitableColumnException($"'{column.Name}' is the target and cannot explain itself. Leave it out of the features.", column.Name);
        return column.Type is ColumnType.Numeric or ColumnType.Categorical or ColumnType.Date
            ? column
            : throw new UnsuitableColumnException($"The feature '{column.Name}' is {InWords(column)}. A feature is numeric, or has at most {LabelTable.MaxLabels} distinct labels.", column.Name);
    }

    private static bool IsUsable(TableColumn column) => column.Type == ColumnType.Numeric
        || (column is { Type: ColumnType.Categorical, Levels.Count: <= MaxLevelsUnasked } && column.Levels.Count < column.Count);

    /// <summary>What keeps other columns from being of use.</summary>
    private static string Strays(Table table, TableColumn? except) => string.Concat(table.Columns.Where(column => column != except && column.Stray is not null).Take(MostStrays).Select(column => And(column.Stray)));

    private static string And(string? sentence) => sentence is null ? "" : $" {sentence}";

    private static string NumericNames(Table table)
    {
        var names = table.Columns.Where(column => column.Type == ColumnType.Numeric).Select(column => column.Name).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }
}

using RegressionAnalyzer.Analysis;

namespace RegressionAnalyzer.Api.Analyses;

/// <summary>Whether what is said of the model can be: in itself, and of the weights' column.</summary>
internal static class ModelCheck
{
    private const int LeastFolds = 2, MostFolds = 20;

    /// <summary>What is wrong, whatever the table; null when nothing is.</summary>
    public static string? OfRequest(AnalyzeRequest request)
    {
        if (request.Formula is not null && request.Target is not null)
            return "'formula' and 'target' both say what is explained. Leave one of them out.";
        if (request.Formula is not null && request.Features is not null)
            return "'formula' and 'features' both say what it is explained by. Leave one of them out.";
        if (request.Formula is not null && !request.Intercept)
            return "A formula says itself whether there is an intercept: end it with '- 1' to leave the intercept out, and leave 'intercept' out of the request.";
        if (request.Folds is < LeastFolds or > MostFolds)
            return $"'folds' is {request.Folds}. Allowed are {LeastFolds} to {MostFolds}.";
        return request.StandardErrors is { } errors && Model.ErrorsNamed(errors) is null
            ? $"'standard_errors' is '{errors}'. Allowed are: {string.Join(", ", Model.ErrorNames)}."
            : null;
    }

    /// <summary>What is wrong with the column of weights; null when nothing is.</summary>
    public static string? Weights(AnalyzeRequest request, IReadOnlyDictionary<string, ColumnSummary> columns)
    {
        if (request.Weights is not { } name)
            return null;
        if (!columns.TryGetValue(name, out var column))
            return $"'weights' names '{name}', which is no column of this table. It has: {string.Join(", ", columns.Keys)}.";
        if (column.Type != ColumnType.Numeric)
            return $"'weights' names '{name}', which is not numeric. Weights are numbers: choose one of {string.Join(", ", columns.Values.Where(static each => each.Type == ColumnType.Numeric).Select(static each => each.Name))}.";
        if (column.Min < 0)
            return $"'weights' names '{name}', which has the negative value {column.Min}. Weights are 0 or more.";
        return request.Target == name || request.Features?.Contains(name) == true
            ? $"'{name}' is a weight and also in the model. Leave it out of one of them."
            : null;
    }
}

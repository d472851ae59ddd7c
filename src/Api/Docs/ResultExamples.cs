using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace RegressionAnalyzer.Api.Docs;

/// <summary>The three answers a result may be, told apart by <c>status</c>.</summary>
internal static class ResultExamples
{
    private const string Head = $"\"job_id\":\"{Examples.Job}\",\"upload_id\":\"{Examples.Upload}\",\"filename\":\"longley.csv\"";

    private const string Completed = $$"""
        {"status":"completed",{{Head}},"rows":16,"columns":7,"transposed":false,"transpose_decision":"The table is read as it was uploaded.",
         "context":"US economy, 1947 to 1962",
         "column_analysis":[{"name":"TOTEMP","type":"numeric","count":16,"missing":0,"sample_values":["60323","61122"]}],
         "statistics":{
          "minmax":[{"column":"TOTEMP","min_value":60171,"max_value":70551,"min_index":2,"max_index":15,"min_context":{"YEAR":"1949"},"max_context":{"YEAR":"1962"},
           "range":10380,"mean":65317,"std":3511.97}],
          "linear_regression":{"target":"TOTEMP","features":["UNEMP"],
           "intercept":{"feature":"(intercept)","coefficient":59286.2,"std_error":2365.4,"t_statistic":25.06,"p_value":4.7e-13,"ci_low":54212.9,"ci_high":64359.5,"vif":null,"is_significant":true},
           "coefficients":[{"feature":"UNEMP","coefficient":1.8885,"std_error":0.7131,"t_statistic":2.648,"p_value":0.0191,"ci_low":0.359,"ci_high":3.418,"vif":null,"is_significant":true}],
           "r_squared":0.3337,"adjusted_r_squared":0.2861,"f_statistic":7.01,"f_p_value":0.0191,"rmse":2967.3,"aic":305.2,"bic":307.5,"n_samples":16,
           "interpretation":"The model explains 33.4 % of the variation of TOTEMP over 16 rows."},
          "warnings":[]},
         "insight":null,
         "charts":[{"name":"actual_vs_predicted","title":"Actual and predicted TOTEMP","description":"Scatter plot of 16 rows: predicted across, actual up.",
          "png":"/api/v1/charts/{{Examples.Job}}/actual_vs_predicted.png","svg":"/api/v1/charts/{{Examples.Job}}/actual_vs_predicted.svg"}],
         "warnings":[]}
        """;

    public static Dictionary<string, IOpenApiExample> All() => new()
    {
        ["processing"] = Of("The job waits or runs", $$"""{"status":"processing",{{Head}},"stage":"regression","progress":0.6}"""),
        ["completed"] = Of("The analysis, shortened", Completed),
        ["failed"] = Of("It cannot be done", $$"""{"status":"failed",{{Head}},"error":"No row has a value in all of: TOTEMP, GNP, YEAR."}"""),
    };

    private static OpenApiExample Of(string summary, string json) => new() { Summary = summary, Value = JsonNode.Parse(json) };
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RegressionAnalyzer.Api.Docs;

/// <summary>Examples of what goes in, what comes out, and of each error.</summary>
internal sealed class Examples : IOpenApiOperationTransformer
{
    public const string Upload = "6f1d0c5be0a94d1c8d3a7c2f5e9b4a10";
    public const string Job = "c2a9e4b81f7d4f3e9a5060d7b8c1e2f3";

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["upload 201"] = $$"""
            {"upload_id":"{{Upload}}","filename":"longley.csv","size":1024,"status":"uploaded","rows":16,
             "columns":[{"name":"Employed","type":"numeric","count":16,"missing":0,"sample_values":["60.323","61.122"]}],"warnings":[]}
            """,
        ["getUpload 200"] = $$"""
            {"upload_id":"{{Upload}}","filename":"longley.csv","size":1024,"status":"uploaded","rows":16,
             "columns":[{"name":"Employed","type":"numeric","count":16,"missing":0,"sample_values":["60.323","61.122"]}],"warnings":[]}
            """,
        ["listCharts 200"] = $$"""
            {"job_id":"{{Job}}","status":"completed","charts":[{"name":"actual_vs_predicted","title":"Actual and predicted Employed",
             "description":"Scatter plot of 16 rows: predicted across, actual up.",
             "png":"/api/v1/charts/{{Job}}/actual_vs_predicted.png","svg":"/api/v1/charts/{{Job}}/actual_vs_predicted.svg"}]}
            """,
        ["listProviders 200"] = """
            {"active":"anthropic","providers":[{"name":"anthropic","title":"Anthropic","configured":true,"models":["claude-haiku-5-5"]},
             {"name":"openai","title":"OpenAI","configured":false,"models":["gpt-5-mini"]}]}
            """,
        ["health 503"] = """
            {"status":"stopping","version":"0.1.0","llm_available":false,"providers":[],
             "storage":{"data":{"status":"ok","free_bytes":9663676416},"output":{"status":"ok","free_bytes":4831838208}}}
            """,
        ["analyze 202"] = $$"""{"job_id":"{{Job}}","status":"processing"}""",
        ["health 200"] = """
            {"status":"healthy","version":"0.1.0","llm_available":false,"providers":[],
             "storage":{"data":{"status":"ok","free_bytes":9663676416},"output":{"status":"ok","free_bytes":4831838208}}}
            """,
    };

    private static readonly Dictionary<string, string> Problems = new()
    {
        ["upload 400"] = "The form has no file in a part named 'file'. Its parts are: table.",
        ["getResult 400"] = "'wait' is '5 minutes'. Allowed are 0s to 60s, such as 30s or 500ms.",
        ["getChart 400"] = "'theme' is 'sepia'. Allowed are: light, dark.",
        ["400"] = "The body is not the JSON that is expected (line 1): 'targt' is no member of it. Did you mean 'target'? Allowed are: upload_id, target, features, context, skip_llm, transpose, formula, intercept, weights, standard_errors, folds.",
        ["404"] = $"There is no upload '{Upload}'. It was never made, was deleted, or its retention time is over.",
        ["406"] = "A chart is image/png or image/svg+xml; the request accepts neither.",
        ["413"] = "The file is larger than 50 MiB (52428800 bytes), the largest that is taken here.",
        ["415"] = "The content type 'text/plain' is not read here. Allowed: multipart/form-data with a part named 'file'.",
        ["422"] = "'target' names 'Employd', which is no column of this table. Did you mean 'Employed'? It has: GNP, Unemployed, Employed.",
        ["429"] = "More than 10 requests in a minute. Try again in 17 seconds.",
        ["503"] = "The storage does not answer as it should. Nothing was stored; try again in a minute.",
        ["507"] = "The storage is full. Nothing was stored; delete uploads or results no longer needed, or try again later.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId == "analyze" && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true)
        {
            body.Examples = new Dictionary<string, IOpenApiExample>
            {
                ["columns"] = Asked("Columns by name", $$"""{"upload_id":"{{Upload}}","target":"Employed","features":["GNP","Unemployed"],"context":"US economy, 1947 to 1962","skip_llm":true}"""),
                ["formula"] = Asked("A formula, robust errors, cross-validation", $$"""{"upload_id":"{{Upload}}","formula":"Employed ~ log(GNP) + Unemployed + I(Unemployed^2)","standard_errors":"hc3","folds":5}"""),
                ["weights"] = Asked("Weighted, through the origin", $$"""{"upload_id":"{{Upload}}","target":"Employed","features":["GNP"],"weights":"Population","intercept":false}"""),
            };
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            foreach (var (type, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                if (operation.OperationId == "getResult" && status == "200")
                    content.Examples = ResultExamples.All();
                else
                    content.Example = Example(operation.OperationId, status, type) ?? content.Example;
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiExample Asked(string summary, string json) => new() { Summary = summary, Value = JsonNode.Parse(json) };

    private static JsonNode? Example(string? operation, string status, string type)
    {
        if (Answers.TryGetValue($"{operation} {status}", out var answer))
            return JsonNode.Parse(answer);
        return type == "application/problem+json" && (Problems.TryGetValue($"{operation} {status}", out var detail) || Problems.TryGetValue(status, out detail))
            ? new JsonObject { ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), ["detail"] = detail }
            : null;
    }
}

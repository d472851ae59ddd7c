using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RegressionAnalyzer.Api.Docs;

/// <summary>What each parameter is, and the media types of a chart, which its bare stream does not tell.</summary>
internal sealed class Parameters : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, (string Description, string? Example)> Known = new()
    {
        ["uploadId"] = ("The upload's id, as `upload` answered it.", Examples.Upload),
        ["jobId"] = ("The job's id, as `analyze` answered it.", Examples.Job),
        ["name"] = ("The chart's name from the list, with `.png` or `.svg`; without an ending, `Accept` decides.", "actual_vs_predicted.svg"),
        ["theme"] = ("The page it is to stand on: `light`, or `dark`.", "dark"),
        ["skip_bad_rows"] = ("Whether rows with another number of fields than the header are passed over and counted in a warning; otherwise the first is an error.", null),
        ["wait"] = ("How long the answer may be held back until the job is done: `30s`, `500ms`, at most `60s`.", "30s"),
        ["probe"] = ("Which question is asked: `startup`, `live` or `ready`.", "ready"),
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (!Known.TryGetValue(parameter.Name ?? "", out var known))
                continue;
            parameter.Description = known.Description;
            parameter.Example = JsonValue.Create(known.Example);
        }

        if (operation.OperationId == "getChart" && operation.Responses?["200"] is OpenApiResponse chart)
            chart.Content = new Dictionary<string, OpenApiMediaType> { ["image/png"] = new(), ["image/svg+xml"] = new() };
        return Task.CompletedTask;
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Docs;

/// <summary>What each parameter is, and the media types of a chart, which its bare stream does not tell.</summary>
internal sealed class Parameters : IOpenApiOperationTransformer
{
    /// <summary>What is read as text, so that a refusal can name what was sent, and is one of a few words.</summary>
    private static readonly Dictionary<string, OpenApiSchema> Words = new()
    {
        ["theme"] = OneOf("light", "dark"),
        ["probe"] = OneOf("startup", "live", "ready"),
        ["skip_bad_rows"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) },
    };

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
            if (Words.TryGetValue(parameter.Name!, out var words))
                parameter.Schema = words;
            parameter.Description = known.Description;
            parameter.Example = JsonValue.Create(known.Example);
        }

        if (operation.OperationId == "upload" && operation.RequestBody is OpenApiRequestBody form)
            form.Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = Form() };
        if (operation.OperationId == "getChart" && operation.Responses?["200"] is OpenApiResponse chart)
            chart.Content = new Dictionary<string, OpenApiMediaType> { ["image/png"] = new(), ["image/svg+xml"] = new() };
        return Task.CompletedTask;
    }

    private static OpenApiSchema OneOf(params IEnumerable<string> words) =>
        new() { Type = JsonSchemaType.String, Enum = [.. words.Select(static word => JsonValue.Create(word))] };

    /// <summary>The file is read while it streams in, so no parameter of the handler tells of its part.</summary>
    private static OpenApiMediaType Form() => new()
    {
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { UploadRequest.Part },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                [UploadRequest.Part] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "binary",
                    Description = "A table with the names of its columns in the first row: .csv, .tsv, .txt, .xlsx or .xls, also gzipped CSV. Its file name's ending tells the format.",
                },
            },
        },
        Example = new JsonObject { [UploadRequest.Part] = "longley.csv" },
    };
}

using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RegressionAnalyzer.Api.Docs;

/// <summary>The chapters of the reference, in the order in which a table passes them.</summary>
internal sealed class Tags : IOpenApiDocumentTransformer
{
    private static readonly (string Name, string Description)[] Chapters =
    [
        ("Uploads", "A table comes in, is read once, and can be analysed as often as you like."),
        ("Analyses", "An analysis is a job: it is taken on at once and done when a worker of any replica is free."),
        ("Results", "Where a job stands, and what it found."),
        ("Charts", "The charts of a result, as PNG and SVG."),
        ("Providers", "The language models that may be asked about a table."),
        ("Health", "For those who run the service."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        // A set that is only ever added to keeps its order.
        document.Tags = Chapters.Select(static chapter => new OpenApiTag { Name = chapter.Name, Description = chapter.Description }).ToHashSet();
        return Task.CompletedTask;
    }
}

using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>A variable or argument in the manifest: text, with expressions such as <c>{stock.bindings.http.url}</c> in it.</summary>
internal static class ManifestText
{
    public static string Of(object? value, string where) => string.Concat(ValuePiece.Of(value, where).Select(piece => piece switch
    {
        ParameterPiece { Parameter: var parameter } => parameter.ValueExpression,
        EndpointPiece { Endpoint: var endpoint, Property: var property } => Existing(endpoint).Property(property).ValueExpression,
        LiteralPiece { Text: var text } => text,
        _ => throw new InvalidOperationException($"{piece} has no place in a manifest."),
    }));

    /// <summary>Throws where there is no such endpoint: the expression would point at nothing.</summary>
    private static EndpointReference Existing(EndpointReference endpoint)
    {
        _ = endpoint.EndpointAnnotation;
        return endpoint;
    }
}

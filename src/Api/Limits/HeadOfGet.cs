namespace RegressionAnalyzer.Api.Limits;

/// <summary>What can be read can be asked for without its body (RFC 9110, 9.3.2): the same headers, and Kestrel sends nothing after them.</summary>
internal static class HeadOfGet
{
    private static readonly string[] Both = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Lets every GET among the endpoints be a HEAD too.</summary>
    public static T WithHead<T>(this T endpoints)
        where T : IEndpointConventionBuilder
    {
        endpoints.Finally(static endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] })
                endpoint.Metadata.Add(new HttpMethodMetadata(Both));
        });
        return endpoints;
    }
}

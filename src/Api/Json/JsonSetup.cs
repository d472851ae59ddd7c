namespace RegressionAnalyzer.Api.Json;

internal static class JsonSetup
{
    public static void AddJson(this WebApplicationBuilder builder) => builder.Services.ConfigureHttpJsonOptions(static http =>
    {
        var ours = ApiJson.Default.Options;
        var options = http.SerializerOptions;
        options.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        options.PropertyNamingPolicy = ours.PropertyNamingPolicy;
        options.NumberHandling = ours.NumberHandling;
        options.UnmappedMemberHandling = ours.UnmappedMemberHandling;
        options.RespectNullableAnnotations = ours.RespectNullableAnnotations;
        options.RespectRequiredConstructorParameters = ours.RespectRequiredConstructorParameters;
        options.AllowDuplicateProperties = false;
        foreach (var converter in ours.Converters)
            options.Converters.Add(converter);
    });
}

using System.ClientModel;
using System.Net;
using System.Text.Json;

namespace RegressionAnalyzer.Api.Insight;

/// <summary>Why a language model did not help, for the analyst and the operator. Never the provider's own message: it may hold what was sent.</summary>
internal static class Failure
{
    public static string InWords(Exception failure) => failure switch
    {
        JsonException => "answered something that is not the JSON it was asked for",
        _ => Status(failure) switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "refused the key",
            HttpStatusCode.NotFound => "does not know the model",
            HttpStatusCode.TooManyRequests => "has no capacity left for this key",
            { } status => $"answered with status {(int)status}",
            null => "could not be reached",
        },
    };

    private static HttpStatusCode? Status(Exception? failure) => failure switch
    {
        null => null,
        ClientResultException { Status: > 0 } openAi => (HttpStatusCode)openAi.Status,
        Anthropic.Exceptions.AnthropicApiException anthropic => anthropic.StatusCode,
        HttpRequestException { StatusCode: { } status } => status,
        _ => Status(failure.InnerException),
    };
}

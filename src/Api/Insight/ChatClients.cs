using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;

namespace RegressionAnalyzer.Api.Insight;

/// <summary>Opens the provider's own client. Only here are their libraries touched, so that a start without a question never loads them.</summary>
internal static class ChatClients
{
    /// <summary>The clients wait as long as the provider asks between attempts (<c>Retry-After</c>).</summary>
    private const int Retries = 2;

    public static IChatClient Open(Provider provider, TimeSpan timeout) =>
        provider.Name == KnownProviders.Anthropic ? OpenAnthropic(provider, timeout) : OpenOpenAI(provider, timeout);

    private static IChatClient OpenAnthropic(Provider provider, TimeSpan timeout) => new AnthropicClient
    {
        ApiKey = provider.Key!,
        BaseUrl = provider.BaseUrl.ToString().TrimEnd('/'),
        MaxRetries = Retries,
        Timeout = timeout,
    }.AsIChatClient(provider.Model);

    private static IChatClient OpenOpenAI(Provider provider, TimeSpan timeout) => new OpenAIClient(new ApiKeyCredential(provider.Key!), new OpenAIClientOptions
    {
        Endpoint = provider.BaseUrl,
        RetryPolicy = new ClientRetryPolicy(Retries),
        NetworkTimeout = timeout,
    }).GetChatClient(provider.Model).AsIChatClient();
}

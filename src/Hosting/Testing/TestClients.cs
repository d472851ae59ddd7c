using Aspire.Hosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Aspire.Hosting.Testing;

/// <summary>
/// The HTTP clients of tests. They repeat a request only when no replica saw it, so that a test sees every answer of the service itself, its
/// failures included.
/// </summary>
internal static class TestClients
{
    public const string Name = "aspire-testing";

    public static void AddTo(IServiceCollection services) => services.AddHttpClient(Name).AddResilienceHandler(Name, pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
    {
        MaxRetryAttempts = 20,
        Delay = TimeSpan.FromMilliseconds(50),
        MaxDelay = TimeSpan.FromSeconds(1),
        BackoffType = DelayBackoffType.Exponential,
        ShouldHandle = async outcome => IsUnsent(outcome.Outcome.Exception) || await IsNoReplicaReadyAsync(outcome.Outcome.Result),
    }));

    private static bool IsUnsent(Exception? exception) => exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };

    private static async ValueTask<bool> IsNoReplicaReadyAsync(HttpResponseMessage? response)
    {
        if (response is not { StatusCode: System.Net.HttpStatusCode.ServiceUnavailable, RequestMessage.Content: null })
        {
            return false;
        }

        await response.Content.LoadIntoBufferAsync();
        return (await response.Content.ReadAsStringAsync()).Contains(Problem.NoReplicaReady, StringComparison.Ordinal);
    }
}

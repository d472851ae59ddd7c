using System.Collections.Concurrent;
using System.Net;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>Requests at a steady rate, whether or not the earlier ones are answered yet.</summary>
internal sealed class Load : IDisposable
{
    private readonly HttpClient _client;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task<HttpStatusCode>> _requests = [];
    private readonly Task _sending;

    public Load(HttpClient client, string path, int perSecond)
    {
        _client = client;
        _sending = SendAsync(path, TimeSpan.FromSeconds(1.0 / perSecond));
    }

    /// <summary>The status of every answer; a request without one throws.</summary>
    public async Task<HttpStatusCode[]> EndAsync()
    {
        await _end.CancelAsync();
        await _sending;
        return await Task.WhenAll(_requests);
    }

    public void Dispose()
    {
        _end.Cancel();
        _client.Dispose();
        _end.Dispose();
    }

    private async Task SendAsync(string path, TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval);
        while (!_end.IsCancellationRequested)
        {
            _requests.Add(AskAsync(path));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task<HttpStatusCode> AskAsync(string path)
    {
        using var response = await _client.GetAsync(path, CancellationToken.None);
        return response.StatusCode;
    }
}

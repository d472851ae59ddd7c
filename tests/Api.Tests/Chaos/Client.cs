using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Chaos;

/// <summary>A client that uploads, analyses, reads and deletes without end, and writes down what was acknowledged.</summary>
internal sealed class Client(Fleet fleet, int seed, int most)
{
    private readonly Random _random = new(seed);

    /// <summary>What was acknowledged and not deleted.</summary>
    public ConcurrentDictionary<string, string> Uploads { get; } = new();

    public ConcurrentDictionary<string, string> Jobs { get; } = new();

    public async Task RunAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            if (Jobs.Count >= most)
            {
                // Enough to be done when chaos is over: from now on it reads.
                await TryAsync(http => http.AskAsync($"/results/{Jobs.Keys.ElementAt(_random.Next(Jobs.Count))}?wait=200ms"), HttpStatusCode.OK);
                continue;
            }

            if (await TryAsync(http => http.UploadAsync("table.csv", Tables.Numbers(_random.Next(50, 1_000), seed: _random.Next())), HttpStatusCode.Created) is not { } upload)
                continue;
            var uploadId = (string)upload["upload_id"]!;
            Uploads[uploadId] = uploadId;
            for (var jobs = _random.Next(1, 4); jobs > 0; jobs--)
            {
                if (await TryAsync(http => http.AnalyzeAsync(new { upload_id = uploadId, target = "y" }), HttpStatusCode.Accepted) is { } job)
                    Jobs[(string)job["job_id"]!] = uploadId;
            }

            if (_random.Next(4) == 0 && Jobs.Keys.FirstOrDefault() is { } old)
            {
                // Asked for is as good as gone: the answer may get lost after the work is done.
                Jobs.TryRemove(old, out _);
                await TryAsync(http => http.DeleteAsync($"{Calls.Api}/results/{old}", TestContext.Current.CancellationToken), HttpStatusCode.NoContent);
            }
        }
    }

    /// <summary>Asks one replica after the other until one answers; an answer other than the one that must come fails the test.</summary>
    public async Task<JsonObject?> TryAsync(Func<HttpClient, Task<HttpResponseMessage>> call, HttpStatusCode expected)
    {
        var clients = fleet.Clients;
        try
        {
            using var answer = await call(clients[_random.Next(clients.Count)]);
            Assert.Equal((expected, null), (answer.StatusCode, answer.StatusCode == expected ? null : await answer.TextAsync()));
            return expected == HttpStatusCode.NoContent ? [] : await answer.JsonAsync();
        }
        catch (Exception dead) when (dead is HttpRequestException or TaskCanceledException or IOException or ObjectDisposedException)
        {
            return null; // stopped, killed or frozen: nothing was acknowledged
        }
    }
}

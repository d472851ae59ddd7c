using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Chaos;

/// <summary>A client that uploads, analyses, reads and deletes without end, and writes down what was acknowledged.</summary>
internal sealed class Client(Fleet fleet, int seed, int most)
{
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<string, string> _published = new();

    /// <summary>What was acknowledged and not deleted.</summary>
    public ConcurrentDictionary<string, string> Uploads { get; } = new();

    public ConcurrentDictionary<string, string> Jobs { get; } = new();

    /// <summary>Results whose deletion was acknowledged.</summary>
    public ConcurrentBag<string> Deleted { get; } = [];

    public async Task RunAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            if (!Jobs.IsEmpty)
                await ReadAsync(Jobs.Keys.ElementAt(_random.Next(Jobs.Count)));
            if (Jobs.Count >= most)
                continue; // enough to be done when chaos is over: from now on it reads

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
                if (await TryAsync(http => http.DeleteAsync($"{Calls.Api}/results/{old}", TestContext.Current.CancellationToken), HttpStatusCode.NoContent) is not null)
                    Deleted.Add(old);
                if (_random.Next(2) == 0)
                    await DeleteUploadAsync();
            }
        }
    }

    /// <summary>A result never changes once it was seen, and its charts are whole.</summary>
    private async Task ReadAsync(string job)
    {
        if (await TryAsync(http => http.AskAsync($"/results/{job}?wait=200ms"), HttpStatusCode.OK) is not { } result || (string?)result["status"] == "processing")
            return;
        Assert.Equal(_published.GetOrAdd(job, result.ToJsonString()), result.ToJsonString());
        if (result["charts"] is not JsonArray { Count: > 0 } charts)
            return;
        try
        {
            var picture = await fleet.Clients[_random.Next(fleet.Clients.Count)].GetByteArrayAsync((string)charts[0]!["png"]!, TestContext.Current.CancellationToken);
            Assert.True(picture.AsSpan(1).StartsWith("PNG"u8));
            Assert.True(picture.AsSpan(0, picture.Length - 4).EndsWith("IEND"u8)); // the checksum comes last
        }
        catch (Exception dead) when (dead is HttpRequestException { StatusCode: null } or TaskCanceledException or IOException or ObjectDisposedException)
        {
        }
    }

    /// <summary>A table nobody analyses comes and goes.</summary>
    private async Task DeleteUploadAsync()
    {
        if (await TryAsync(http => http.UploadAsync("spare.csv", Tables.Small), HttpStatusCode.Created) is { } spare)
            await TryAsync(http => http.DeleteAsync($"{Calls.Api}/uploads/{spare["upload_id"]}", TestContext.Current.CancellationToken), HttpStatusCode.NoContent);
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

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Jobs;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Chaos;

/// <summary>Replicas are stopped, killed and frozen past their lease while clients work. <c>CHAOS_SECONDS</c> makes it longer, <c>CHAOS_SEED</c> repeats an order.</summary>
public sealed class ChaosTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task No_acknowledged_request_is_lost_and_no_job_has_two_results()
    {
        var seed = Number("CHAOS_SEED", Random.Shared.Next(1_000_000));
        output.WriteLine($"CHAOS_SEED={seed}");
        var random = new Random(seed);
        var seconds = Number("CHAOS_SECONDS", 8);
        using var fleet = new Fleet(_volumes, size: 3, Lease);
        await fleet.StartAllAsync();
        using var over = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 3).Select(number => new Client(fleet, seed + number, most: seconds / 2)).ToList();
        var working = Task.WhenAll(clients.Select(client => client.RunAsync(over.Token)));

        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds))
            output.WriteLine(await fleet.DisturbAsync(random));
        await over.CancelAsync();
        await working;

        var uploads = clients.SelectMany(static client => client.Uploads.Keys).ToList();
        var jobs = clients.SelectMany(static client => client.Jobs.Keys).ToList();
        output.WriteLine($"{uploads.Count} uploads, {jobs.Count} jobs");
        Assert.NotEmpty(jobs);
        var results = new Dictionary<string, string>();
        foreach (var job in jobs)
            results[job] = await EndAsync(clients[0], job);
        foreach (var upload in uploads)
            await AnsweredAsync(clients[0], $"/uploads/{upload}");

        var stores = new Stores(_volumes);
        while (stores.Jobs.Pending().Any(jobs.Contains))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        foreach (var job in jobs)
            Assert.Equal(results[job], (await AnsweredAsync(clients[0], $"/results/{job}")).ToJsonString());
        Assert.All(_volumes.Files.Where(static file => file.EndsWith(".json", StringComparison.Ordinal) && !file.Contains("tmp-", StringComparison.Ordinal)),
            file => JsonNode.Parse(File.ReadAllBytes(Path.Combine(_volumes.Root, file))));
    }

    /// <summary>A job ends: completed, or failed because chaos took three replicas from it.</summary>
    private static async Task<string> EndAsync(Client client, string job)
    {
        while (true)
        {
            var result = await AnsweredAsync(client, $"/results/{job}?wait=2s");
            switch ((string?)result["status"])
            {
                case "processing":
                    continue;
                case "failed":
                    Assert.Contains("replicas in turn", (string?)result["error"], StringComparison.Ordinal);
                    break;
            }

            return result.ToJsonString();
        }
    }

    private static async Task<JsonObject> AnsweredAsync(Client client, string path)
    {
        while (true)
        {
            if (await client.TryAsync(http => http.AskAsync(path), HttpStatusCode.OK) is { } answer)
                return answer;
        }
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

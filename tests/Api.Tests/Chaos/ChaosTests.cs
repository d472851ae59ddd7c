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

        var watching = Task.Run(() => WatchAsync(over.Token), TestContext.Current.CancellationToken);

        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds))
            output.WriteLine(await fleet.DisturbAsync(random));
        await over.CancelAsync();
        await working;
        await watching;

        var uploads = clients.SelectMany(static client => client.Uploads.Keys).ToList();
        var jobs = clients.SelectMany(static client => client.Jobs.Keys).ToList();
        var deleted = clients.SelectMany(static client => client.Deleted).ToList();
        output.WriteLine($"{uploads.Count} uploads, {jobs.Count} jobs, {deleted.Count} results deleted");
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
        foreach (var job in deleted)
            await AnsweredAsync(clients[0], $"/results/{job}", HttpStatusCode.NotFound);
        foreach (var record in Records())
            JsonNode.Parse(await File.ReadAllBytesAsync(record, TestContext.Current.CancellationToken));
    }

    /// <summary>Reads every record on the volumes, all the time: each is whole whenever it is there.</summary>
    private async Task WatchAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            foreach (var record in Records())
            {
                try
                {
                    JsonNode.Parse(await File.ReadAllBytesAsync(record, CancellationToken.None));
                }
                catch (Exception deleted) when (deleted is FileNotFoundException or DirectoryNotFoundException)
                {
                }
            }
        }
    }

    private IEnumerable<string> Records() => new[] { "data/uploads", "data/jobs", "output/results" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(_volumes.Root, folder), "*.json", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
        .Where(static file => !file.Contains("tmp-", StringComparison.Ordinal));

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

    private static async Task<JsonObject> AnsweredAsync(Client client, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        while (true)
        {
            if (await client.TryAsync(http => http.AskAsync(path), status) is { } answer)
                return answer;
        }
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

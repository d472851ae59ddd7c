using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace RegressionAnalyzer.AppHost.Tests.Running;

/// <summary>One replica after the other is stopped and started while clients upload, analyse, wait and read: no request fails and no job is lost.
/// <c>RESTARTS</c> makes it longer.</summary>
public sealed class RollingRestartTests(RollingRestartTests.Unlimited running, ITestOutputHelper output) : IClassFixture<RollingRestartTests.Unlimited>
{
    private const int Clients = 4;
    private static readonly byte[] Table = File.ReadAllBytes(Repository.Path("samples/longley.csv"));

    private readonly ConcurrentDictionary<string, int> _answers = new();
    private readonly ConcurrentBag<string> _jobs = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_request_fails_and_no_job_is_lost()
    {
        using var client = running.CreateClient();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var load = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => WorkUntilAsync(client, over.Token)));

        var restarts = int.Parse(Environment.GetEnvironmentVariable("RESTARTS") ?? "1", CultureInfo.InvariantCulture);
        for (var restart = 0; restart < restarts; restart++)
        {
            var before = await ProcessesAsync();
            var done = await running.Application.ResourceCommands.ExecuteCommandAsync(RunningApplication.Resource, KnownResourceCommands.RestartCommand, Cancellation);
            Assert.True(done.Success, done.Message);
            Assert.Empty(before.Intersect(await ProcessesAsync()));
        }

        await over.CancelAsync();
        await load;
        output.WriteLine($"{restarts} restarts, {_answers.Values.Sum()} requests, {_jobs.Count} jobs");
        Assert.Equal(
            ["analyze: 202", "delete upload: 204", "health: 200", "list charts: 200", "read result: 200", "read upload: 200", "upload: 201"],
            _answers.Keys.Order(StringComparer.Ordinal));
        foreach (var job in _jobs)
            Assert.Equal("completed", await EndAsync(client, job));
    }

    private async Task WorkUntilAsync(HttpClient client, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var upload = await UploadAsync(client);
            var job = (await AskAsync("analyze", () => client.PostAsync("/api/v1/analyze", new StringContent($$"""{"upload_id":"{{upload}}"}""", null, "application/json"), Cancellation)))
                .GetProperty("job_id").GetString()!;
            _jobs.Add(job);
            await AskAsync("health", () => client.GetAsync("/api/v1/health", Cancellation));
            await AskAsync("read upload", () => client.GetAsync($"/api/v1/uploads/{upload}", Cancellation));
            await AskAsync("read result", () => client.GetAsync($"/api/v1/results/{job}?wait=300ms", Cancellation));
            await AskAsync("list charts", () => client.GetAsync($"/api/v1/charts/{job}", Cancellation));
            var spare = await UploadAsync(client);
            await AskAsync("delete upload", () => client.DeleteAsync($"/api/v1/uploads/{spare}", Cancellation));
        }
    }

    private async Task<string> UploadAsync(HttpClient client)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Table), "file", "longley.csv" } };
        return (await AskAsync("upload", () => client.PostAsync("/api/v1/upload", form, Cancellation))).GetProperty("upload_id").GetString()!;
    }

    /// <summary>Makes a call and counts its answer; what is no success is seen in the end, a broken connection too.</summary>
    private async Task<JsonElement> AskAsync(string call, Func<Task<HttpResponseMessage>> ask)
    {
        using var answer = await ask();
        _answers.AddOrUpdate($"{call}: {(int)answer.StatusCode}", 1, static (_, count) => count + 1);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{call}: {answer.StatusCode} {body}");
        return answer.StatusCode == HttpStatusCode.NoContent ? default : JsonElement.Parse(body);
    }

    private static async Task<string?> EndAsync(HttpClient client, string job)
    {
        while (true)
        {
            var status = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/results/{job}?wait=10s", Cancellation)).GetProperty("status").GetString();
            if (status != "processing")
                return status;
        }
    }

    private async Task<List<int>> ProcessesAsync()
    {
        var processes = new List<int>();
        for (var replica = 1; replica <= 2; replica++)
        {
            var now = await running.Application.ResourceNotifications.WaitForResourceAsync(
                $"{RunningApplication.Resource}-{replica}", static e => e.Snapshot.State?.Text == KnownResourceStates.Running, Cancellation);
            processes.Add((int)now.Snapshot.Properties.Single(static property => property.Name == "executable.pid").Value!);
        }

        return processes;
    }

    /// <summary>The system without its limit of requests, which is what a load runs into first.</summary>
    public sealed class Unlimited : RunningApplication
    {
        protected override void Change(IDistributedApplicationTestingBuilder builder) =>
            builder.CreateResourceBuilder((ProjectResource)builder.Resources.Single(static resource => resource.Name == Resource))
                .WithEnvironment("RateLimit__RequestsPerMinute", "0");
    }
}

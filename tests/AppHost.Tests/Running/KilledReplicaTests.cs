using System.Diagnostics;
using System.Net;
using Aspire.Hosting.ApplicationModel;

namespace RegressionAnalyzer.AppHost.Tests.Running;

/// <summary>One of two replicas dies under load: nobody who asks notices, and it is started again.</summary>
public sealed class KilledReplicaTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private const string Killed = $"{RunningApplication.Resource}-1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_replica_is_not_chosen_any_more_and_is_started_again()
    {
        using var client = running.CreateClient();
        using var load = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var answers = AskUntilAsync(client, load.Token);
        var first = ProcessIdOf(await CurrentAsync(e => true));

        using (var process = Process.GetProcessById(first))
        {
            process.Kill();
        }

        var again = await CurrentAsync(e => ProcessIdOf(e) != first && e.Snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy);
        await load.CancelAsync();

        Assert.Equal(KnownResourceStates.Running, again.Snapshot.State?.Text);
        Assert.All(await answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.NotEmpty(await answers);
    }

    private static async Task<List<HttpStatusCode>> AskUntilAsync(HttpClient client, CancellationToken end)
    {
        var answers = new List<HttpStatusCode>();
        while (!end.IsCancellationRequested)
        {
            using var response = await client.GetAsync("/api/v1/health", CancellationToken.None);
            answers.Add(response.StatusCode);
        }

        return answers;
    }

    private Task<ResourceEvent> CurrentAsync(Func<ResourceEvent, bool> fits) => running.Application.ResourceNotifications.WaitForResourceAsync(
        Killed, e => e.Snapshot.State?.Text == KnownResourceStates.Running && fits(e), Cancellation);

    private static int ProcessIdOf(ResourceEvent e) => (int)e.Snapshot.Properties.Single(p => p.Name == "executable.pid").Value!;
}

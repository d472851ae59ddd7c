using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using static RegressionAnalyzer.Hosting.Tests.Running.Started;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>A replica that ends by itself is started again; who asks through the proxy does not notice.</summary>
public sealed class CrashTests
{
    /// <summary>The limit is reached without waiting for it.</summary>
    private static readonly RunOptions Impatient = new() { RestartDelays = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20)], RestartsBeforeFirstReady = 1 };

    [Fact]
    public async Task A_killed_replica_is_started_again_and_no_idempotent_request_is_lost_meanwhile()
    {
        await using var started = await StartServiceAsync(replicas: 2);
        var killed = started.ProcessId("service-1");
        using var load = new Load(started.Plain(), "/id", perSecond: 200);

        Signals.Send(killed, Signals.Kill);
        await started.ChangeAsync("service-1", s => s.HealthStatus is not null && s.Properties.Any(p => p.Name == ResourceProperty.ProcessId && (int)p.Value! != killed));
        var answers = await load.EndAsync();

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        await started.SaysAsync("service-1: ended with exit code 137 (SIGKILL); starts again in 0.2 s (1 of 5)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task A_service_that_exits_is_started_again_whatever_its_exit_code(int exitCode)
    {
        await using var started = await StartServiceAsync(replicas: 2);
        using var replica = started.Direct("service-2");

        _ = replica.PostAsync($"/exit/{exitCode}", null, Cancellation);
        await started.ChangeAsync("service-2", s => s.ExitCode == exitCode);
        await started.HealthyAsync(Service);

        await started.SaysAsync($"service-2: ended with exit code {exitCode}; starts again");
    }

    [Fact]
    public async Task A_service_that_never_gets_ready_is_given_up_with_its_last_words()
    {
        await using var started = await StartAsync(builder => AddService(builder, 1, s => s.WithEnvironment("CRASH_AT_START", "the disk is on fire")), Impatient);

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => started.HealthyAsync(Service));

        Assert.Contains("FailedToStart", exception.Message, StringComparison.Ordinal);
        Assert.Contains("the disk is on fire", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, started.Now(Service).ExitCode);
        await started.SaysAsync("service: ended with exit code 3, as before; it is not started again. Its last lines:");
        await started.SaysAsync("    the disk is on fire");
    }

    [Fact]
    public async Task A_service_that_keeps_crashing_is_given_up_after_the_limit()
    {
        await using var started = await StartServiceAsync(options: Impatient);

        for (var crash = 1; crash <= Impatient.RestartDelays.Count + 1; crash++)
        {
            await started.HealthyAsync(Service);
            Signals.Send(started.ProcessId(Service), Signals.Kill);
            var soFar = crash;
            await started.ChangeAsync(Service, s => s.State!.Text == KnownResourceStates.Exited
                || s.Properties.Any(p => p.Name == ResourceProperty.Restarts && (int)p.Value! == soFar));
        }

        Assert.Equal(KnownResourceStates.Exited, started.Now(Service).State!.Text);
        Assert.Equal(137, started.Now(Service).ExitCode);
    }

    [Fact]
    public async Task What_a_callback_of_the_model_throws_is_told_and_found_in_the_log()
    {
        await using var started = await StartAsync(builder => builder
            .AddExecutable("tool", "sleep", "/", "1000")
            .WithEnvironment("KEY", () => throw new InvalidOperationException("The key is nowhere.")));

        await started.StateAsync("tool", KnownResourceStates.FailedToStart);

        await started.SaysAsync("tool: failed to start. InvalidOperationException: The key is nowhere.");
        Assert.Contains(started.Logs.Tail("tool", 10), l => l.Content.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_health_check_at_an_endpoint_that_does_not_exist_is_refused()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => StartAsync(builder => builder.AddExecutable("tool", "sleep", "/", "1000").WithHttpHealthCheck("/health")));

        Assert.Equal("'tool' has no endpoint 'http'. It has none: add one with WithHttpEndpoint.", exception.Message);
    }

    [Fact]
    public async Task What_was_given_up_can_be_started_again_by_hand()
    {
        await using var started = await StartAsync(builder => builder.AddExecutable("tool", "sh", "/", "-c", "exit 4"), Impatient);
        await started.StateAsync("tool", KnownResourceStates.Exited);

        var result = await started.CommandAsync("tool", KnownResourceCommands.StartCommand);

        Assert.True(result.Success, result.ErrorMessage);
        await started.StateAsync("tool", KnownResourceStates.Exited);
    }
}

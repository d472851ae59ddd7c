using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static RegressionAnalyzer.Hosting.Tests.Running.Started;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>Resources start when those they wait for have come far enough.</summary>
public sealed class WaitTests
{
    [Fact]
    public async Task A_resource_waits_until_every_replica_of_the_other_is_healthy()
    {
        await using var started = await StartAsync(builder =>
        {
            var service = AddService(builder, replicas: 2, s => s.WithExplicitStart());
            builder.AddExecutable("after", "sleep", "/", "1000").WaitFor(service);
        });
        await started.StateAsync("after", KnownResourceStates.Waiting);

        await started.CommandAsync("service-1", KnownResourceCommands.StartCommand);
        await started.ChangeAsync("service-1", s => s.HealthStatus == HealthStatus.Healthy);
        var whenOneIsReady = started.Now("after").State!.Text;
        await started.CommandAsync("service-2", KnownResourceCommands.StartCommand);
        await started.StateAsync("after", KnownResourceStates.Running);

        Assert.Equal(KnownResourceStates.Waiting, whenOneIsReady);
        Assert.Equal(HealthStatus.Healthy, started.Now("service-2").HealthStatus);
        await started.SaysAsync("after: waits for service");
    }

    [Fact]
    public async Task A_resource_that_waits_for_the_start_does_not_wait_for_the_health()
    {
        await using var started = await StartAsync(builder =>
        {
            builder.Services.AddHealthChecks().AddCheck("never", () => HealthCheckResult.Unhealthy("not today"));
            var ill = builder.AddExecutable("ill", "sleep", "/", "1000").WithHealthCheck("never");
            builder.AddExecutable("after", "sleep", "/", "1000").WaitForStart(ill);
        });

        await started.StateAsync("after", KnownResourceStates.Running);
        await started.ChangeAsync("ill", s => s.HealthReports.Any(r => r.Description == "not today"));

        Assert.Equal(HealthStatus.Unhealthy, started.Now("ill").HealthStatus);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    public async Task A_resource_waits_until_a_job_has_ended_with_the_exit_code(int expected, int actual)
    {
        await using var started = await StartAsync(builder =>
        {
            var job = builder.AddExecutable("job", "sh", "/", "-c", $"exit {actual}");
            builder.AddExecutable("after", "sleep", "/", "1000").WaitForCompletion(job, expected);
        });

        await started.StateAsync("after", KnownResourceStates.Running);

        Assert.Equal((KnownResourceStates.Finished, actual), (started.Now("job").State!.Text, started.Now("job").ExitCode));
    }

    [Fact]
    public async Task A_job_that_fails_fails_those_that_wait_for_it_and_is_not_repeated()
    {
        await using var started = await StartAsync(builder =>
        {
            var job = builder.AddExecutable("job", "sh", "/", "-c", "echo once; exit 5");
            builder.AddExecutable("after", "sleep", "/", "1000").WaitForCompletion(job);
        });

        await started.StateAsync("after", KnownResourceStates.FailedToStart);

        await started.SaysAsync("after: failed to start. It waits for 'job' to end with exit code 0, but it is Finished with exit code 5. Its last lines:\n    once");
        Assert.Equal(["once"], started.Logs.Tail("job", 10).Select(l => l.Content));
    }

    [Fact]
    public async Task A_health_check_that_is_not_registered_is_refused()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => StartAsync(builder =>
        {
            builder.Services.AddHealthChecks().AddCheck("disk", () => HealthCheckResult.Healthy());
            builder.AddExecutable("tool", "sleep", "/", "1000").WithHealthCheck("disc");
        }));

        Assert.Equal(
            "The health check 'disc' of 'tool' is not registered. Add it with builder.Services.AddHealthChecks().AddCheck(\"disc\", …); there are: disk.", exception.Message);
    }

    [Fact]
    public async Task A_resource_waits_for_a_parameter_without_a_value_and_the_console_says_how_to_give_it()
    {
        await using var started = await StartAsync(builder =>
        {
            var key = builder.AddParameter("api-key", secret: true).WithDescription("The key of the service.");
            builder.AddExecutable("tool", "sh", "/", "-c", "echo $KEY; sleep 1000").WithEnvironment("KEY", $"<{key}>");
        });

        await started.StateAsync("api-key", KnownResourceStates.ValueMissing);
        await started.StateAsync("tool", KnownResourceStates.ValueMissing);
        var asked = started.Console;
        var parameter = started.Application.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ParameterResource>().Single();
        parameter.Answer("sesame");
        await started.StateAsync("tool", KnownResourceStates.Running);

        Assert.Contains("tool: waits for the parameter 'api-key' (The key of the service.), which has no value.", asked, StringComparison.Ordinal);
        Assert.Contains("Parameters__api_key", asked, StringComparison.Ordinal);
        Assert.Equal(KnownResourceStates.Running, started.Now("api-key").State!.Text);
        Assert.True(started.Now("api-key").Properties.Single(p => p.Name == "Value").IsSensitive);
    }
}

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using RegressionAnalyzer.Hosting.Tests.Running;

namespace RegressionAnalyzer.Hosting.Tests.Testing;

/// <summary>A test runs the AppHost as it is, as often as it likes, and leaves nothing behind.</summary>
public sealed class TestingBuilderTests
{
    /// <summary>An entry point that is known only when the test runs.</summary>
    private static readonly Type Example = typeof(Projects.Hosting_TestAppHost);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_entry_point_of_the_AppHost_makes_the_model_and_the_test_may_change_it()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Hosting_TestAppHost>(["--Replicas=1"], Cancellation);
        var service = (ProjectResource)builder.Resources.Single();
        builder.CreateResourceBuilder(service).WithEnvironment("GREETING", "from the test");
        await using var application = await builder.BuildAsync(Cancellation);
        await application.StartAsync(Cancellation);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("service", Cancellation).WaitAsync(Started.Longest, Cancellation);
        using var client = application.CreateHttpClient("service");

        Assert.Equal("from the test", await client.GetStringAsync("/environment/GREETING", Cancellation));
        Assert.Equal(Projects.Hosting_TestAppHost.ProjectPath, builder.AppHostDirectory);
        Assert.Equal("Development", builder.Environment.EnvironmentName);
    }

    [Fact]
    public async Task Applications_with_the_same_port_run_side_by_side_and_end_with_their_test()
    {
        var port = $"--Port={AppHostProgram.FreePort()}";
        await using var one = await RunAsync(port, "--Greeting=one");
        await using var other = await RunAsync(port, "--Greeting=other");
        using var toOne = one.CreateHttpClient("service");
        using var toOther = other.CreateHttpClient("service");
        string[] marks = [one.Services.GetRequiredService<Watchdog>().Mark, other.Services.GetRequiredService<Watchdog>().Mark];

        Assert.Equal("one", await toOne.GetStringAsync("/environment/GREETING", Cancellation));
        Assert.Equal("other", await toOther.GetStringAsync("/environment/GREETING", Cancellation));

        await one.DisposeAsync();

        Assert.Empty(MarkedProcesses.Of(marks[0]));
        Assert.NotEmpty(MarkedProcesses.Of(marks[1]));
        Assert.Equal("other", await toOther.GetStringAsync("/environment/GREETING", Cancellation));
    }

    [Fact]
    public async Task A_mistake_in_the_model_is_thrown_to_the_test()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => DistributedApplicationTestingBuilder.CreateAsync<Projects.Hosting_TestAppHost>(["--Mistake=duplicate"], Cancellation));

        Assert.Contains("two resources named 'Service'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_found_at_the_start_is_thrown_by_the_start()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync(Example, ["--Mistake=circle"], Cancellation);
        await using var application = await builder.BuildAsync(Cancellation);

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => application.StartAsync(Cancellation));

        Assert.Contains("in a circle", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_builder_or_an_application_that_is_not_used_can_be_thrown_away()
    {
        await using (await DistributedApplicationTestingBuilder.CreateAsync<Projects.Hosting_TestAppHost>(Cancellation))
        {
            // Not built.
        }

        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Hosting_TestAppHost>(Cancellation);
        await using var application = await builder.BuildAsync(Cancellation);

        // Built and not started.
        Assert.NotNull(application);
    }

    [Fact]
    public async Task A_type_of_no_program_is_refused()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => DistributedApplicationTestingBuilder.CreateAsync<ProjectResource>(Cancellation));

        Assert.Contains("it has no entry point", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_in_vain_says_how_the_resource_stands_and_what_it_wrote()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("tool", "sh", "/", "-c", "echo thinking; sleep 1000").WithHealthCheck("never");
        builder.Services.AddHealthChecks().AddCheck("never", () => Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Unhealthy("not today"));
        await using var application = await builder.BuildAsync(Cancellation);
        await application.StartAsync(Cancellation);
        await application.ResourceNotifications.WaitForResourceAsync("tool", KnownResourceStates.Running, Cancellation);
        await application.ResourceNotifications.WaitForResourceAsync("tool", e => e.Snapshot.HealthReports.Any(r => r.Description == "not today"), Cancellation);
        await foreach (var lines in application.Services.GetRequiredService<ResourceLoggerService>().WatchAsync("tool").WithCancellation(Cancellation))
        {
            Assert.Equal("thinking", lines[0].Content);
            break;
        }

        using var limit = new CancellationTokenSource();
        var waiting = application.ResourceNotifications.WaitForResourceHealthyAsync("tool", limit.Token);
        await limit.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Assert.Contains("'tool' did not become healthy", exception.Message, StringComparison.Ordinal);
        Assert.Contains("not today", exception.Message, StringComparison.Ordinal);
        Assert.Contains("thinking", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_exist_is_refused_with_those_there_are()
    {
        await using var application = await RunAsync();

        Assert.Contains("There are: service.", Assert.Throws<ArgumentException>(() => application.GetEndpoint("servce")).Message, StringComparison.Ordinal);
        Assert.Contains("It has: http.", Assert.Throws<ArgumentException>(() => application.GetEndpoint("service", "https")).Message, StringComparison.Ordinal);
    }

    private static async Task<DistributedApplication> RunAsync(params string[] args)
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Hosting_TestAppHost>([.. args, "--Replicas=1"], Cancellation);
        var application = await builder.BuildAsync(Cancellation);
        await application.StartAsync(Cancellation);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("service", Cancellation).WaitAsync(Started.Longest, Cancellation);
        return application;
    }
}

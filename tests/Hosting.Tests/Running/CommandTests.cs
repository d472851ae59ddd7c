using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using static RegressionAnalyzer.Hosting.Tests.Running.Started;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>Start, stop and restart are done when the state is reached, for a resource and for one replica of it.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task One_replica_stops_and_starts_while_the_other_serves()
    {
        await using var started = await StartServiceAsync(replicas: 2);
        using var client = started.Plain();
        var process = started.ProcessId("service-1");

        var stop = await started.CommandAsync("service-1", KnownResourceCommands.StopCommand);

        Assert.True(stop.Success, stop.ErrorMessage);
        Assert.Equal(KnownResourceStates.Exited, started.Now("service-1").State!.Text);
        Assert.Equal(KnownResourceStates.Running, started.Now("service-2").State!.Text);
        Assert.DoesNotContain(process, MarkedProcesses.Of(started.Mark));
        Assert.Equal("service-2", await client.GetStringAsync("/id", Cancellation));

        var start = await started.CommandAsync("service-1", KnownResourceCommands.StartCommand);

        Assert.True(start.Success, start.ErrorMessage);
        Assert.Equal(KnownResourceStates.Running, started.Now("service-1").State!.Text);
        Assert.NotEqual(process, started.ProcessId("service-1"));
    }

    [Fact]
    public async Task One_replica_is_restarted_under_load_and_no_request_is_lost()
    {
        await using var started = await StartServiceAsync(replicas: 2);
        var (first, second) = (started.ProcessId("service-1"), started.ProcessId("service-2"));
        using var load = new Load(started.Plain(), "/wait/20", perSecond: 200);

        var restart = await started.CommandAsync("service-1", KnownResourceCommands.RestartCommand);
        var answers = await load.EndAsync();

        Assert.True(restart.Success, restart.ErrorMessage);
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal(KnownResourceStates.Running, started.Now("service-1").State!.Text);
        Assert.NotEqual(first, started.ProcessId("service-1"));
        Assert.Equal(second, started.ProcessId("service-2"));
    }

    [Fact]
    public async Task A_stopped_resource_has_no_process_and_its_endpoint_says_so_until_it_is_started()
    {
        await using var started = await StartServiceAsync(replicas: 2);
        using var client = started.Plain();

        await started.CommandAsync(Service, KnownResourceCommands.StopCommand);

        Assert.Empty(MarkedProcesses.Of(started.Mark));
        using var stopped = await client.GetAsync("/id", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, stopped.StatusCode);

        await started.CommandAsync(Service, KnownResourceCommands.StartCommand);
        await started.HealthyAsync(Service);

        Assert.StartsWith("service-", await client.GetStringAsync("/id", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    public async Task A_rolling_restart_under_load_loses_no_request_however_abruptly_the_service_stops(string abrupt)
    {
        await using var started = await StartServiceAsync(replicas: 2, service => service.WithEnvironment("ABRUPT", abrupt));
        int[] before = [started.ProcessId("service-1"), started.ProcessId("service-2")];
        using var load = new Load(started.Plain(), "/wait/20", perSecond: 200);

        var restart = await started.CommandAsync(Service, KnownResourceCommands.RestartCommand);
        var answers = await load.EndAsync();

        Assert.True(restart.Success, restart.ErrorMessage);
        Assert.NotEmpty(answers);
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Empty(before.Intersect([started.ProcessId("service-1"), started.ProcessId("service-2")]));
    }

    [Fact]
    public async Task Commands_are_offered_when_they_make_sense()
    {
        await using var started = await StartServiceAsync();

        Assert.Equal(ResourceCommandState.Disabled, State(KnownResourceCommands.StartCommand));
        Assert.Equal(ResourceCommandState.Enabled, State(KnownResourceCommands.StopCommand));

        await started.CommandAsync(Service, KnownResourceCommands.StopCommand);

        Assert.Equal(ResourceCommandState.Enabled, State(KnownResourceCommands.StartCommand));
        Assert.Equal(ResourceCommandState.Disabled, State(KnownResourceCommands.StopCommand));
        Assert.Equal(ResourceCommandState.Disabled, State(KnownResourceCommands.RestartCommand));

        ResourceCommandState State(string name) => started.Now(Service).Commands.Single(c => c.Name == name).State;
    }

    [Fact]
    public async Task An_unknown_resource_or_command_is_refused_with_those_there_are()
    {
        await using var started = await StartServiceAsync();

        var resource = await started.CommandAsync("servce", KnownResourceCommands.StopCommand);
        var command = await started.CommandAsync(Service, "explode");

        Assert.Equal("There is no resource 'servce'. There are: service.", resource.ErrorMessage);
        Assert.Contains("'service' has no command 'explode'. It has: resource-start, resource-stop, resource-restart", command.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_at_the_same_time_do_not_get_in_each_others_way()
    {
        await using var started = await StartServiceAsync(replicas: 2);
        string[] commands = [KnownResourceCommands.RestartCommand, KnownResourceCommands.StopCommand, KnownResourceCommands.StartCommand, KnownResourceCommands.RestartCommand];

        await Task.WhenAll(commands.Select(c => started.CommandAsync(Service, c)));
        await started.CommandAsync(Service, KnownResourceCommands.StartCommand);
        await started.HealthyAsync(Service);

        Assert.Equal(2, MarkedProcesses.Of(started.Mark).Count);
    }

    [Fact]
    public async Task A_project_named_by_its_path_is_built_and_a_rebuild_runs_what_is_written_now()
    {
        var folder = Directory.CreateTempSubdirectory("rebuilt-project-");
        var project = Path.Combine(folder.FullName, "Rebuilt.csproj");
        var program = Path.Combine(folder.FullName, "Program.cs");
        const string Sleep = "System.Threading.Thread.Sleep(-1);";
        await File.WriteAllTextAsync(project, "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup></Project>", Cancellation);
        await File.WriteAllTextAsync(program, $"System.Console.WriteLine(\"first\"); {Sleep}", Cancellation);
        try
        {
            await using var started = await StartAsync(builder => builder.AddProject("rebuilt", project));
            await started.StateAsync("rebuilt", KnownResourceStates.Building);
            await started.LineAsync("rebuilt", "first");

            await File.WriteAllTextAsync(program, $"System.Console.WriteLine(\"second\"); {Sleep}", Cancellation);
            var rebuild = await started.CommandAsync("rebuilt", KnownResourceCommands.RebuildCommand);
            Assert.True(rebuild.Success, rebuild.ErrorMessage);
            await started.LineAsync("rebuilt", "second");

            await File.WriteAllTextAsync(program, "not C#", Cancellation);
            var failed = await started.CommandAsync("rebuilt", KnownResourceCommands.RebuildCommand);
            Assert.Contains("The project of 'rebuilt' does not build.", failed.ErrorMessage, StringComparison.Ordinal);
            Assert.Equal(KnownResourceStates.FailedToStart, started.Now("rebuilt").State!.Text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

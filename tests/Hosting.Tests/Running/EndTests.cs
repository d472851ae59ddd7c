using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using static RegressionAnalyzer.Hosting.Tests.Running.Started;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>However the AppHost ends, nothing that it started outlives it.</summary>
public sealed class EndTests
{
    private const int Interrupt = 2;

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Signals.Terminate)]
    public async Task An_orderly_end_leaves_no_process_and_no_port(int signal)
    {
        var port = AppHostProgram.FreePort();
        await using var program = new AppHostProgram($"--Port={port}", "--Child=yes");
        await program.ReadyAsync();
        var mark = program.Mark();
        Assert.True(MarkedProcesses.Of(mark).Count >= 4);

        program.Send(signal);
        var exitCode = await program.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Empty(MarkedProcesses.Of(mark));
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }

    [Fact]
    public async Task An_AppHost_killed_with_9_takes_its_replicas_their_children_and_its_port_with_it()
    {
        var port = AppHostProgram.FreePort();
        await using var program = new AppHostProgram($"--Port={port}", "--Child=yes");
        await program.ReadyAsync();
        var mark = program.Mark();
        Assert.True(MarkedProcesses.Of(mark).Count >= 4);

        program.Send(Signals.Kill);
        await program.EndAsync();

        await MarkedProcesses.GoneAsync(mark);
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }

    [Fact]
    public async Task What_does_not_listen_to_the_signal_is_killed_with_all_of_its_children_when_the_time_is_up()
    {
        var options = new RunOptions { StopTime = TimeSpan.FromMilliseconds(200) };
        await using var started = await StartAsync(builder => builder.AddExecutable("deaf", "sh", "/", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"), options);
        await started.LineAsync("deaf", "deaf");

        var result = await started.CommandAsync("deaf", KnownResourceCommands.StopCommand);

        Assert.True(result.Success, result.ErrorMessage);
        Assert.Equal(KnownResourceStates.Exited, started.Now("deaf").State!.Text);
        Assert.Empty(MarkedProcesses.Of(started.Mark));
        await started.SaysAsync("deaf: did not stop within 0.2 s of SIGTERM, and was killed");
    }

    [Fact]
    public async Task A_second_interrupt_ends_at_once_what_would_take_its_time()
    {
        await using var program = new AppHostProgram("--Replicas=1", "--Linger=yes");
        await program.ReadyAsync();
        var mark = program.Mark();

        program.Send(Interrupt);
        await program.LineAsync("Stopping: press Ctrl+C again to end at once");
        await program.LineAsync("lingering");
        program.Send(Interrupt);
        var exitCode = await program.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Empty(MarkedProcesses.Of(mark));
    }

    [Fact]
    public async Task A_request_under_way_is_answered_before_its_replica_stops()
    {
        await using var started = await StartServiceAsync();
        using var client = started.Plain();
        var request = client.GetStringAsync("/wait/700", Cancellation);
        await started.LineAsync(Service, "waits 700");

        await started.Application.StopAsync(Cancellation);

        Assert.Equal("service", await request);
    }
}

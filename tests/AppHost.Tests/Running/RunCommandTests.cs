using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RegressionAnalyzer.AppHost.Tests.Running;

/// <summary>What a person at the console sees when the AppHost cannot run.</summary>
public sealed class RunCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_in_use_is_named_and_nothing_stays_running()
    {
        using var folder = new TemporaryFolder();
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var run = await AppHostProcess.RunAsync(folder.Path, [$"--Port={port}", $"--Volumes:Root={folder.Path}"], cancellationToken: Cancellation);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(port, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_none_is_refused()
    {
        using var folder = new TemporaryFolder();

        var run = await AppHostProcess.RunAsync(folder.Path, ["--Port=http", $"--Volumes:Root={folder.Path}"], cancellationToken: Cancellation);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'http'", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }
}

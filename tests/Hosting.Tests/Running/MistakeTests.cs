using System.Net;
using System.Net.Sockets;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>A mistake in the model or on the machine: one line that names the thing and the mend, exit code 1, nothing left running.</summary>
public sealed class MistakeTests
{
    public static TheoryData<string, string[]> Mistakes => new()
    {
        { "duplicate", ["There are two resources named 'Service'", "Give one of them another name"] },
        { "name", ["'not_valid' is not a valid resource name", "letters, digits and single hyphens"] },
        { "missing", ["tool: failed to start. The program 'no-such-program' of 'tool' was found neither on the PATH", "Install it"] },
        { "endpoint", ["service: failed to start. 'service' has no endpoint 'grpc'. It has: http."] },
        { "circle", ["Resources wait for each other in a circle: 'service' waits for 'one' waits for 'service'. Remove one"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_one_line_and_exit_code_1(string mistake, string[] explanation)
    {
        await using var program = new AppHostProgram($"--Mistake={mistake}");

        var exitCode = await program.EndAsync();

        Assert.All(explanation, part => Assert.Contains(part, program.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task A_project_that_does_not_build_says_the_first_errors_and_how_to_see_all()
    {
        var folder = Directory.CreateTempSubdirectory("broken-project-");
        var project = Path.Combine(folder.FullName, "Broken.csproj");
        await File.WriteAllTextAsync(project, "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>", Started.Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Broken.cs"), "class Broken { int x = \"text\"; }", Started.Cancellation);
        try
        {
            await using var program = new AppHostProgram("--Mistake=build", $"--Project={project}");

            var exitCode = await program.EndAsync();

            Assert.Contains("broken: failed to start. The project of 'broken' does not build.", program.Output, StringComparison.Ordinal);
            Assert.Contains("Broken.cs(1,24): error CS0029", program.Output, StringComparison.Ordinal);
            Assert.Contains($"dotnet build \"{project}\"", program.Output, StringComparison.Ordinal);
            Assert.Equal(1, exitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    public async Task A_port_in_use_names_the_endpoint_the_port_and_who_has_it(string address)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || !address.Contains(':', StringComparison.Ordinal), "This machine has no IPv6.");
        using var listener = new TcpListener(IPAddress.Parse(address), 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var program = new AppHostProgram($"--Port={port}");

        var exitCode = await program.EndAsync();

        Assert.Contains($"Port {port} of the endpoint 'http' of 'service' is in use by ", program.Output, StringComparison.Ordinal);
        Assert.Contains($"(process {Environment.ProcessId}). Stop that process, or give the endpoint another port.", program.Output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }
}

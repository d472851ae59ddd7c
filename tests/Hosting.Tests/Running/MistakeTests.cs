using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.Running;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>
/// A mistake in the model or on the machine: one line that names the thing and the mend, exit code 1, nothing left running. What is wrong with the
/// model itself is wrong whether it is run or published. Publishing needs no program, no port, no build and nobody's health, so what
/// is wrong with those is seen only by running.
/// </summary>
public sealed class MistakeTests
{
    private const string NoGrpc = "'service' has no endpoint 'grpc'. It has: http. Name one of these, or add it with WithEndpoint.";

    public static TheoryData<string, string> OfTheModel => new()
    {
        { "duplicate", "There are two resources named 'Service' (project 'service', executable 'Service'). Give one of them another name; upper and lower case do not make a difference." },
        { "name", "'not_valid' is not a valid resource name: 1 to 64 ASCII letters, digits and single hyphens, starting with a letter and not ending with a hyphen." },
        { "project", $"The project of 'gone', '{Path.Combine(Projects.Hosting_TestAppHost.ProjectPath, "gone", "gone.csproj")}', does not exist. Correct its path in AddProject." },
        { "variable", $"'other' refers to an endpoint that is not there: {NoGrpc}" },
        { "argument", $"'other' refers to an endpoint that is not there: {NoGrpc}" },
        { "check", NoGrpc },
        { "command", NoGrpc },
        { "circle", "Resources wait for each other in a circle: 'service' waits for 'one' waits for 'service'. Remove one of the WaitFor calls." },
        { "steps", "Pipeline steps wait for each other in a circle: 'a' waits for 'b' waits for 'a'. Remove one of their dependsOn or requiredBy." },
    };

    [Theory]
    [MemberData(nameof(OfTheModel))]
    public async Task A_mistake_in_the_model_is_one_line_whether_it_is_run_or_published(string mistake, string line)
    {
        await using var run = new AppHostProgram("--Dashboard=yes", $"--Mistake={mistake}");
        await using var publish = new AppHostProgram("--operation", "publish", "--output-path", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), $"--Mistake={mistake}");

        Assert.Equal((1, $"error: {line}"), (await run.EndAsync(), run.Output.TrimEnd()));
        Assert.Equal((1, $"error: {line}"), (await publish.EndAsync(), publish.Output.TrimEnd()));
    }

    [Theory]
    [InlineData()]
    [InlineData("--operation", "publish", "--output-path", "nowhere")]
    public async Task A_step_that_another_names_and_nobody_has_is_one_line_with_what_was_probably_meant(params string[] args)
    {
        await using var program = new AppHostProgram([.. args, "--Mistake=step"]);

        Assert.Equal(1, await program.EndAsync());
        Assert.StartsWith("error: The step 'a' is required by 'biuld', which is not there. Did you mean build? There are: publish, publish-prereq, build,", program.Output, StringComparison.Ordinal);
        Assert.Single(program.Output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("missing", "The program 'no-such-program' of 'tool' was found neither on the PATH nor in '{0}'. Install it, or give its full path in AddExecutable.")]
    [InlineData("folder", "The working folder of 'tool', '{0}/no-such-folder', does not exist. Make it, or name another in AddExecutable.")]
    [InlineData("key", "The health check 'pulse' of 'service' is not registered. Add it with builder.Services.AddHealthChecks().AddCheck(\"pulse\", …).")]
    public async Task What_only_running_needs_is_one_line_before_anything_starts_and_does_not_matter_to_publishing(string mistake, string line)
    {
        await using var run = new AppHostProgram("--Dashboard=yes", $"--Mistake={mistake}");
        await using var publish = new AppHostProgram("--operation", "publish", "--output-path", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), $"--Mistake={mistake}");

        Assert.Equal((1, $"error: {string.Format(null, line, Projects.Hosting_TestAppHost.ProjectPath)}"), (await run.EndAsync(), run.Output.TrimEnd()));
        Assert.Equal(0, await publish.EndAsync());
    }

    [Fact]
    public async Task An_endpoint_that_only_a_callback_names_is_seen_when_the_resource_needs_it()
    {
        await using var program = new AppHostProgram("--Mistake=callback");

        Assert.Equal(1, await program.EndAsync());
        Assert.Equal($"service: starting 2 replicas\nservice: failed to start. {NoGrpc}", program.Output.TrimEnd());
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

            var line = Assert.Single(program.Output.Split('\n'), l => l.StartsWith("broken: failed to start. The project of 'broken' does not build.", StringComparison.Ordinal));
            Assert.Contains("Broken.cs(1,24): error CS0029", line, StringComparison.Ordinal);
            Assert.Contains($"dotnet build \"{project}\"", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Ctrl+C", program.Output.Replace("Press Ctrl+C to stop.", "", StringComparison.Ordinal), StringComparison.Ordinal);
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
    public async Task A_port_in_use_names_the_endpoint_the_port_and_who_has_it_before_anything_starts(string address)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || !address.Contains(':', StringComparison.Ordinal), "This machine has no IPv6.");
        using var listener = new TcpListener(IPAddress.Parse(address), 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var program = new AppHostProgram("--Dashboard=yes", $"--Port={port}");

        var exitCode = await program.EndAsync();

        Assert.StartsWith($"error: Port {port} of the endpoint 'http' of 'service' is in use by ", program.Output, StringComparison.Ordinal);
        Assert.EndsWith($"(process {Environment.ProcessId}). Stop that process, or give the endpoint another port.", program.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Single(program.Output.TrimEnd().Split('\n'));
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task Who_has_a_port_is_found_however_many_files_they_open_and_close_meanwhile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says who has a port.");
        var program = typeof(MistakeTests).Assembly.Location;
        var before = Enumerable.Range(0, 8).Select(_ => File.OpenRead(program)).ToList();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        before.ForEach(file => file.Dispose()); // what is opened from now on takes their places, before the listener's
        using var enough = new CancellationTokenSource();
        var busy = Task.Run(
            () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    using var file = File.OpenRead(program);
                }
            },
            TestContext.Current.CancellationToken);

        var found = Enumerable.Range(0, 50).Select(_ => PortHolder.Find(((IPEndPoint)listener.LocalEndpoint).Port)).ToHashSet();
        await enough.CancelAsync();
        await busy;

        Assert.EndsWith($"(process {Environment.ProcessId})", Assert.Single(found), StringComparison.Ordinal);
    }
}

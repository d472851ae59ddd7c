using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using RegressionAnalyzer.Tests.Containers;

namespace RegressionAnalyzer.AppHost.Tests.Running;

/// <summary>The published Compose file, started as a person would who has filled in <c>.env</c> with images of their own.</summary>
internal sealed class ComposeProject : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _name = $"test{Guid.NewGuid():N}"[..12];
    private readonly int _port = FreePort();

    private ComposeProject()
    {
    }

    public string[] HealthCommand { get; private set; } = [];

    private string Folder => _folder.File("compose");

    public static async Task<ComposeProject> PublishAsync(CancellationToken cancellationToken)
    {
        var images = (Service: ContainerEngine.ServiceImage, Proxy: ContainerEngine.ProxyImage);
        var project = new ComposeProject();
        var run = await AppHostProcess.RunAsync(project._folder.Path, ["publish", "--Target", "compose", "--output-path", "."], cancellationToken: cancellationToken);
        Assert.True(run.ExitCode == 0, run.Output);
        var tag = images.Service.LastIndexOf(':');
        await project.ReplaceAsync(".env", cancellationToken,
            ("^IMAGE_REPOSITORY=.*", $"IMAGE_REPOSITORY={images.Service[..tag]}"),
            ("^IMAGE_TAG=.*", $"IMAGE_TAG={images.Service[(tag + 1)..]}"),
            ("_(PROXY|VOLUMES)_IMAGE=.*", $"_$1_IMAGE={images.Proxy}"));
        await project.ReplaceAsync("docker-compose.yaml", cancellationToken, ("\"8000:8000\"", $"\"127.0.0.1:{project._port}:8000\""));
        await project.TakeHealthCheckAsync(cancellationToken);
        return project;
    }

    public Task UpAsync() => ContainerEngine.ComposeAsync(Folder, _name, "up", "-d");

    /// <summary>Stops and removes the containers and the network; the volumes stay.</summary>
    public Task DownAsync() => ContainerEngine.ComposeAsync(Folder, _name, "down");

    /// <summary>Runs the health check of the Compose file in a replica, as the engine would.</summary>
    public Task<string> CheckHealthAsync(int replica) => ContainerEngine.RunAsync(["exec", $"{_name}_regression-analyzer_{replica}", .. HealthCommand]);

    /// <summary>A client of the host's port that is patient until somebody answers there.</summary>
    public async Task<HttpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var response = await client.GetAsync("/api/v1/health?probe=ready", limit.Token);
                if (response.IsSuccessStatusCode)
                {
                    return client;
                }
            }
            catch (HttpRequestException)
            {
                // The proxy does not listen yet.
            }

            await Task.Delay(50, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ContainerEngine.ComposeAsync(Folder, _name, "down", "-v");
        _folder.Dispose();
    }

    /// <summary>
    /// Takes the health check out of the file: podman-compose before 1.1 takes its list apart at the first replica and then fails at the second, and
    /// podman runs such checks by systemd, which a machine of tests need not have. The test runs the command itself.
    /// </summary>
    private async Task TakeHealthCheckAsync(CancellationToken cancellationToken)
    {
        const string Check = """    healthcheck:\n      test:\n        - "CMD"\n((?:        - ".*"\n)+)(?:      .*\n)+""";
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "docker-compose.yaml"), cancellationToken);
        HealthCommand = [.. Regex.Matches(Regex.Match(text, Check).Groups[1].Value, "\"(.*)\"").Select(m => m.Groups[1].Value)];
        await ReplaceAsync("docker-compose.yaml", cancellationToken, (Check, ""));
    }

    private async Task ReplaceAsync(string file, CancellationToken cancellationToken, params (string Pattern, string Replacement)[] edits)
    {
        var path = Path.Combine(Folder, file);
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        foreach (var (pattern, replacement) in edits)
        {
            Assert.Matches(new Regex(pattern, RegexOptions.Multiline), text);
            text = Regex.Replace(text, pattern, replacement, RegexOptions.Multiline);
        }

        await File.WriteAllTextAsync(path, text, cancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

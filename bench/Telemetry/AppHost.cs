using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace RegressionAnalyzer.Bench.Telemetry;

/// <summary>The AppHost as a process of its own, with its dashboard, its replicas and an empty place for their data.</summary>
internal sealed partial class AppHost : IAsyncDisposable
{
    public const string Key = "measured";

    private readonly Process _process;
    private readonly DirectoryInfo _volumes = Directory.CreateTempSubdirectory("measured-");

    private AppHost(string program)
    {
        var (grpc, http) = (FreePort(), FreePort());
        (Grpc, Http) = (new Uri($"http://localhost:{grpc}"), new Uri($"http://localhost:{http}"));
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, "--Port=0", $"--Volumes:Root={_volumes.FullName}"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = Grpc.ToString(),
                ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = Http.ToString(),
                ["AppHost__OtlpApiKey"] = Key,
            },
        })!;
    }

    public Uri Grpc { get; }

    public Uri Http { get; }

    public Uri Login { get; private set; } = null!;

    public Uri Service { get; private set; } = null!;

    public static async Task<AppHost> StartAsync(string program)
    {
        var appHost = new AppHost(program);
        var said = "";
        while (await appHost._process.StandardOutput.ReadLineAsync() is { } line)
        {
            said += line + '\n';
            if (!line.StartsWith("Everything is ready", StringComparison.Ordinal))
                continue;

            (appHost.Login, appHost.Service) = (new Uri(LoginLink().Match(said).Value), new Uri(ServiceAddress().Match(said).Groups[1].Value));
            _ = appHost._process.StandardOutput.ReadToEndAsync();
            return appHost;
        }

        throw new InvalidOperationException($"The AppHost did not start:\n{said}");
    }

    public long Resident()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(static l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan()[6..].Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) * 1024;
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _volumes.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("http://localhost:[0-9]+/login[?]t=[0-9a-f]+")]
    private static partial Regex LoginLink();

    [GeneratedRegex("^ *regression-analyzer +(http://[^ ]+)", RegexOptions.Multiline)]
    private static partial Regex ServiceAddress();
}

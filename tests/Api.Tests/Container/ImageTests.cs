using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Insight;
using RegressionAnalyzer.Api.Tests.Serving;
using RegressionAnalyzer.Tests.Containers;

namespace RegressionAnalyzer.Api.Tests.Container;

/// <summary>The image as a cluster runs it: read-only, as a user of no name, without a capability, within 2 GiB and two processors.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ImageTests : IAsyncDisposable
{
    private const string Program = "/app/RegressionAnalyzer.Api";
    private const int LargestLayers = 130 * 1024 * 1024; // and 13 MB of base (runtime-deps, chiseled) make less than the 150 MB an image may have

    private readonly SharedVolumes _volumes;
    private readonly string _name = $"api-{Guid.NewGuid():n}";

    public ImageTests()
    {
        _ = ContainerEngine.ServiceImage; // skips before there is anything to dispose of
        _volumes = new SharedVolumes();
        foreach (var folder in new[] { _volumes.Data, _volumes.Output })
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
    }

    public async ValueTask DisposeAsync()
    {
        await ContainerEngine.RunAsync("rm", "--force", "--ignore", "--time", "1", _name);
        _volumes.Dispose();
    }

    [Theory]
    [InlineData("10001:10001")]
    [InlineData("2147400000:0")] // whatever user a platform chooses
    public async Task It_does_all_its_work_and_says_how_it_is(string user)
    {
        using var http = await StartAsync(user);
        await ContainerEngine.RunAsync("exec", _name, Program, "healthcheck");

        var upload = await http.UploadedAsync("longley.csv", Tables.Sample("longley.csv"));
        var result = await http.ResultAsync(await http.AnalyzingAsync(new { upload_id = upload, target = "TOTEMP" }));
        Assert.Equal("completed", (string?)result["status"]);
        await SameChartsAsync(http, result);
        foreach (var path in new[] { "/", "/docs", "/openapi/v1.json", $"{Calls.Api}/providers" })
        {
            using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }

        using var refused = await http.AnalyzeAsync(new { upload_id = upload, target = "nothing" });
        await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var said = await ContainerEngine.RunAsync("logs", _name);
        Assert.All(said.Split('\n', StringSplitOptions.RemoveEmptyEntries), static line => JsonNode.Parse(line));
        await ContainerEngine.RunAsync("stop", "--time", "30", _name);
        Assert.Equal("0", (await ContainerEngine.RunAsync("inspect", "--format", "{{.State.ExitCode}}", _name)).Trim());
    }

    /// <summary>Clients of others find their types by reflection; the program in the image holds only the code that somebody was seen to use.</summary>
    [Theory]
    [InlineData("anthropic", "http/protobuf", "/v1/logs", "/v1/metrics", "/v1/traces")]
    [InlineData("openai", "grpc", "/opentelemetry.proto.collector.logs.v1.LogsService/Export",
        "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "/opentelemetry.proto.collector.trace.v1.TraceService/Export")]
    public async Task Language_models_and_collectors_are_reached_from_it(string provider, string protocol, params string[] paths)
    {
        await using var model = new FakeProvider();
        await using var collector = await LocalServer.CollectingAsync(protocol);
        model.Says(new { context = "Homes that were sold.", target = "price", features = (string[])["area"], columns = (object[])[], transpose = false, transpose_reason = "" })
            .Fails(503);
        using var http = await StartAsync("10001:10001", [.. model.As(provider),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "200")]);
        var upload = await http.UploadedAsync("homes.csv", Tables.Small);

        var helped = await http.ResultAsync(await http.AnalyzingAsync(new { upload_id = upload, target = "price" }));
        Assert.Equal(("Homes that were sold.", 1000L, 200L),
            ((string?)helped["insight"]?["context"], (long?)helped["insight"]?["input_tokens"], (long?)helped["insight"]?["output_tokens"]));

        var alone = await http.ResultAsync(await http.AnalyzingAsync(new { upload_id = upload, target = "price" }));
        Assert.Equal(("completed", null), ((string?)alone["status"], alone["insight"]));
        Assert.Contains("answered with status 503", alone["warnings"]!.ToJsonString(), StringComparison.Ordinal);

        while (!paths.Order().SequenceEqual(collector.Requests.Select(static asked => asked.Path).Distinct().Order()))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_has_no_shell_no_root_the_labels_and_a_bounded_size()
    {
        var image = JsonNode.Parse(await ContainerEngine.RunAsync("inspect", ContainerEngine.ServiceImage))![0]!;
        var config = image["Config"]!;
        Assert.Equal("10001:10001", (string?)config["User"]);
        Assert.NotNull(config["ExposedPorts"]!["8000/tcp"]);
        Assert.Equal(
            ["Regression Analyzer", (string)config["Labels"]!["org.opencontainers.image.version"]!, "Turns an uploaded table into a regression analysis with charts"],
            new[] { "title", "version", "description" }.Select(label => (string?)config["Labels"]![$"org.opencontainers.image.{label}"]));
        var size = (long)image["Size"]! - (long)JsonNode.Parse(await ContainerEngine.RunAsync("inspect", ContainerEngine.BaseImage))![0]!["Size"]!;
        Assert.InRange(size, 1, LargestLayers);

        var shell = await Assert.ThrowsAsync<InvalidOperationException>(() => ContainerEngine.RunAsync("run", "--rm", "--entrypoint", "/bin/sh", ContainerEngine.ServiceImage));
        Assert.Contains("/bin/sh", shell.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_which_volume_it_cannot_write_and_as_whom()
    {
        File.SetUnixFileMode(_volumes.Output, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => ContainerEngine.RunAsync([.. Run("10001:10001", "--rm", "--name", _name), ContainerEngine.ServiceImage]));

        Assert.Contains("/app/output (Storage__OutputPath) cannot be used by uid 10001, gid 10001: permission denied (EACCES, errno 13)", ended.Message, StringComparison.Ordinal);
    }

    /// <summary>What is drawn in a container without a font is to the byte what is drawn here, and that has been looked at.</summary>
    private static async Task SameChartsAsync(HttpClient http, JsonObject result)
    {
        using var volumes = new SharedVolumes();
        using var here = new Replica(volumes);
        var upload = await here.Http.UploadedAsync("longley.csv", Tables.Sample("longley.csv"));
        var drawn = await here.Http.ResultAsync(await here.Http.AnalyzingAsync(new { upload_id = upload, target = "TOTEMP" }));
        foreach (var (there, known) in result["charts"]!.AsArray().Zip(drawn["charts"]!.AsArray()))
        {
            foreach (var format in new[] { "png", "svg" })
            {
                Assert.Equal(
                    await here.Http.GetByteArrayAsync((string)known![format]!, TestContext.Current.CancellationToken),
                    await http.GetByteArrayAsync((string)there![format]!, TestContext.Current.CancellationToken));
            }
        }
    }

    private async Task<HttpClient> StartAsync(string user, params IEnumerable<(string Name, string Value)> settings)
    {
        var port = FreePort();
        var environment = settings.Append((Name: "ASPNETCORE_HTTP_PORTS", Value: $"{port}"))
            .SelectMany(static setting => new[] { "--env", $"{setting.Name.Replace(":", "__", StringComparison.Ordinal)}={setting.Value}" });
        await ContainerEngine.RunAsync([.. Run(user, ["--detach", "--name", _name, .. environment]), ContainerEngine.ServiceImage]);
        var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        while (true)
        {
            try
            {
                using var ready = await http.AskAsync("/health?probe=ready");
                if (ready.IsSuccessStatusCode)
                    return http;
            }
            catch (HttpRequestException)
            {
                Assert.Equal("running", (await ContainerEngine.RunAsync("inspect", "--format", "{{.State.Status}}", _name)).Trim());
            }
        }
    }

    private string[] Run(string user, params string[] more) =>
    [
        "run", "--network", "host", "--read-only", "--tmpfs", "/tmp", "--user", user, "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--memory", "2g", "--cpus", "2",
        "--volume", $"{_volumes.Data}:/app/data", "--volume", $"{_volumes.Output}:/app/output", .. more,
    ];

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

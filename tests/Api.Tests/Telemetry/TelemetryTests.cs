using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Telemetry;

public sealed class TelemetryTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task Traces_metrics_and_logs_reach_the_collector_and_hold_no_row_of_data()
    {
        await using var collector = await LocalServer.StartAsync(static (_, context) => context.Response.CompleteAsync());
        using var service = ServiceProcess.Serve(_volumes,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"));
        using var http = await service.ListeningAsync();
        var upload = await http.UploadedAsync("houses.csv", Tables.Small);
        var job = await http.AnalyzingAsync(new { upload_id = upload, target = "price" });
        await http.ResultAsync(job);

        string[] expected =
        [
            "regression_analyzer.uploads.bytes", "regression_analyzer.jobs.duration", "regression_analyzer.jobs.stage.duration", "regression_analyzer.jobs.pending",
            "regression_analyzer.jobs.running", "regression_analyzer.storage.free", "job.queued_seconds", "inspect", job, upload, "POST /api/v1/upload",
        ];
        foreach (var each in expected)
        {
            while (!collector.Requests.Any(asked => asked.Body.Contains(each, StringComparison.Ordinal)))
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], collector.Requests.Select(static asked => asked.Path).Distinct().Order());
        Assert.DoesNotContain(collector.Requests, static asked => asked.Body.Contains("district", StringComparison.Ordinal));
        Assert.DoesNotContain("district", service.Output, StringComparison.Ordinal);
        Assert.Contains($"upload {upload} job {job}", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_container_each_line_of_the_log_is_JSON_with_the_ids_in_its_scopes()
    {
        using var service = ServiceProcess.Serve(_volumes, ("DOTNET_RUNNING_IN_CONTAINER", "true"));
        using var http = await service.ListeningAsync();
        var upload = await http.UploadedAsync("houses.csv", Tables.Small);

        while (!service.Output.Contains(upload, StringComparison.Ordinal))
            await Task.Delay(10, TestContext.Current.CancellationToken);

        Assert.All(service.Output.Split('\n'), static line => System.Text.Json.Nodes.JsonNode.Parse(line));
    }
}

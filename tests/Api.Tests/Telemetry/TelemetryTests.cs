using System.Text;
using Microsoft.AspNetCore.Http;
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
            "regression_analyzer.jobs.running", "regression_analyzer.storage.free", "regression_analyzer.storage.used", "job.queued_seconds", "inspect", job, upload, "POST /api/v1/upload",
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
    public async Task An_analysis_is_one_trace_whichever_replica_runs_it()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        await using var collector = await LocalServer.StartAsync(static (_, context) => context.Response.CompleteAsync());
        ServiceProcess Replica(string name) => ServiceProcess.Serve(_volumes,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_SERVICE_NAME", name),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("Jobs__MaxParallel", "1"), ("Jobs__LeaseSeconds", "1"));
        using var first = Replica("the-first");
        using (var http = await first.ListeningAsync())
        {
            var upload = await http.UploadedAsync("numbers.csv", Tables.Numbers(20_000, columns: 12));
            http.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
            await http.AnalyzingAsync(new { upload_id = upload, target = "y" });
            await SpanAsync(collector, "the-first", "POST /api/v1/analyze", Trace);
        }

        first.Signal(ServiceProcess.Kill); // it had only begun
        using var second = Replica("the-second");

        await SpanAsync(collector, "the-second", "queue", Trace);
        await SpanAsync(collector, "the-second", "regression", Trace);
        await SpanAsync(collector, "the-second", "job.outcome", Trace);
    }

    /// <summary>Waits for an export of a replica that has such a span of the trace (its id is 16 bytes on the wire).</summary>
    private static async Task SpanAsync(LocalServer collector, string replica, string span, string trace)
    {
        var id = Encoding.Latin1.GetString(Convert.FromHexString(trace));
        while (!collector.Requests.Any(asked => asked.Path == "/v1/traces" && new[] { replica, span, id }.All(part => asked.Body.Contains(part, StringComparison.Ordinal))))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Keys_are_told_nowhere_not_even_at_the_lowest_level()
    {
        const string Key = "sk-ant-never-to-be-seen";
        await using var collector = await LocalServer.StartAsync(static (_, context) => context.Response.CompleteAsync());
        await using var provider = await LocalServer.StartAsync(static (_, context) =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync($$"""{"error":{"message":"invalid x-api-key {{Key}}" } }""");
        });
        using var service = ServiceProcess.Serve(_volumes,
            ("LOG_LEVEL", "trace"), ("ANTHROPIC_API_KEY", Key), ("Llm__Anthropic__BaseUrl", provider.Address.ToString()),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100"));
        using var http = await service.ListeningAsync();
        var upload = await http.UploadedAsync("houses.csv", Tables.Small);
        var job = await http.AnalyzingAsync(new { upload_id = upload, target = "price" });
        var result = await http.ResultAsync(job);
        service.Signal(ServiceProcess.Terminate);
        await service.ExitAsync();

        Assert.NotEmpty(provider.Requests);
        Assert.Contains(collector.Requests, asked => asked.Path == "/v1/logs" && asked.Body.Contains(job, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, result.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(collector.Requests, static asked => asked.Body.Contains(Key, StringComparison.Ordinal));
        Assert.DoesNotContain("district", service.Output, StringComparison.Ordinal);
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

using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Settings;

/// <summary>A service that cannot start says in one line what to change, and exits with 1.</summary>
public sealed class StartTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Theory]
    [InlineData("Uploads__MaxBytes", "abc", "Uploads__MaxBytes is 'abc'. Allowed: a whole number from 1 to ")]
    [InlineData("Uploads__MaxBytes", "0", "Uploads__MaxBytes is '0'. Allowed: a whole number from 1 to ")]
    [InlineData("Uploads__MaxBytes", "1e99", "Uploads__MaxBytes is '1e99'. ")]
    [InlineData("Jobs__MaxParallel", "-1", "Jobs__MaxParallel is '-1'. Allowed: a whole number from 1 to 1024.")]
    [InlineData("Storage__DataPath", " ", "Storage__DataPath is ' '. Allowed: the path of a folder.")]
    [InlineData("LOG_LEVEL", "loud", "LOG_LEVEL is 'loud'. Allowed: trace, debug, info, warning, error, critical or none.")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'. Allowed: an http or https address")]
    public async Task A_bad_setting_is_named_with_what_is_allowed(string name, string value, string line)
    {
        using var service = ServiceProcess.Serve(_volumes, (name, value));

        Assert.Equal(1, await service.ExitAsync());
        Assert.StartsWith(line, service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', service.Output);
    }

    [Fact]
    public async Task A_missing_volume_is_named_with_who_wanted_it_and_why_not()
    {
        var missing = Path.Combine(_volumes.Root, "missing");
        using var service = ServiceProcess.Serve(_volumes, ("Storage__OutputPath", missing));

        Assert.Equal(1, await service.ExitAsync());
        Assert.Matches($@"^The folder {missing} \(Storage__OutputPath\) cannot be used by uid \d+, gid \d+: no such folder \(ENOENT, errno 2\)\.", service.Output);
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_what_to_do()
    {
        using var first = ServiceProcess.Serve(_volumes);
        using var http = await first.ListeningAsync();
        using var second = new ServiceProcess(
            ["--urls", http.BaseAddress!.ToString()], ("Storage__DataPath", _volumes.Data), ("Storage__OutputPath", _volumes.Output));

        Assert.Equal(1, await second.ExitAsync());
        Assert.Contains("address already in use", second.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("--urls", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_check_command_tells_a_living_service_from_none()
    {
        using var service = ServiceProcess.Serve(_volumes);
        using var http = await service.ListeningAsync();
        using var living = new ServiceProcess(["healthcheck"], ("ASPNETCORE_HTTP_PORTS", $"{http.BaseAddress!.Port}"));
        Assert.Equal((0, ""), (await living.ExitAsync(), living.Output));

        service.Signal(ServiceProcess.Terminate);
        Assert.Equal(0, await service.ExitAsync());
        using var none = new ServiceProcess(["healthcheck", "--urls", http.BaseAddress.ToString()]);
        Assert.Equal(1, await none.ExitAsync());
        Assert.Contains("does not answer", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_it_is_not_ready_but_serves_until_its_jobs_are_done()
    {
        using var service = ServiceProcess.Serve(_volumes, ("Shutdown__DrainSeconds", "1"));
        using var http = await service.ListeningAsync();
        var upload = await http.UploadedAsync("numbers.csv", Tables.Numbers(2_000));
        var job = await http.AnalyzingAsync(new { upload_id = upload, target = "y" });
        service.Signal(ServiceProcess.Terminate);
        using (var ready = await UntilNotReadyAsync(http))
            Assert.Equal("stopping", (string?)(await ready.JsonAsync())["status"]);
        using (var live = await http.AskAsync("/health?probe=live"))
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        Assert.Equal(0, await service.ExitAsync());
        using var next = ServiceProcess.Serve(_volumes);
        using var other = await next.ListeningAsync();
        Assert.Equal("completed", (string?)(await other.ResultAsync(job))["status"]);
    }

    private static async Task<HttpResponseMessage> UntilNotReadyAsync(HttpClient http)
    {
        while (true)
        {
            var answer = await http.AskAsync("/health?probe=ready");
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                return answer;
            answer.Dispose();
        }
    }
}

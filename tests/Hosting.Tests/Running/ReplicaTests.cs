using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static RegressionAnalyzer.Hosting.Tests.Running.Started;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>A project runs as that many processes, each told what it needs to know.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public async Task Replicas_are_processes_of_their_own_and_take_requests_in_turn()
    {
        await using var started = await StartServiceAsync(replicas: 3);
        using var client = started.Application.CreateHttpClient(Service);

        List<string> answers = [];
        for (var i = 0; i < 9; i++)
        {
            answers.Add(await client.GetStringAsync("/id", Cancellation));
        }

        Assert.Equal(["service-1", "service-2", "service-3"], answers.Take(3).Order());
        Assert.Equal(answers.Take(3), answers.Skip(3).Take(3));
        Assert.Equal(answers.Take(3), answers.Skip(6));
        Assert.Equal(3, answers.Take(3).Select(started.ProcessId).Distinct().Count());
    }

    [Fact]
    public async Task A_single_replica_has_the_name_of_its_resource()
    {
        await using var started = await StartServiceAsync();

        var snapshot = started.Now(Service);

        Assert.Equal(KnownResourceStates.Running, snapshot.State!.Text);
        Assert.Equal(HealthStatus.Healthy, snapshot.HealthStatus);
        Assert.Equal(started.Application.GetEndpoint(Service).ToString(), new Uri(snapshot.Urls[0].Url).ToString());
        Assert.NotNull(snapshot.StartTimeStamp);
    }

    [Fact]
    public async Task The_environment_is_as_Aspire_sets_it_and_the_model_has_the_last_word()
    {
        await using var started = await StartAsync(builder =>
        {
            var key = builder.AddParameter("greeting", "hello");
            var other = builder.AddExecutable("other", "sleep", ".", "1000").WithHttpEndpoint(name: "web");
            AddService(builder, replicas: 2, service => service
                .WithHttpEndpoint(name: "admin", env: "ADMIN_PORT")
                .WithReference(other.GetEndpoint("web"))
                .WithEnvironment("GREETING", key)
                .WithEnvironment("SENTENCE", $"{key} from {other.GetEndpoint("web")} {{braces}}")
                .WithEnvironment("ITSELF", $"port {service.GetEndpoint("http").Property(EndpointProperty.TargetPort)}")
                .WithEnvironment("OTEL_SERVICE_NAME", "renamed"));
        });
        await started.HealthyAsync(Service);
        using var replica = started.Direct("service-2");
        var web = started.Application.GetEndpoint("other", "web").ToString().TrimEnd('/');

        Assert.Equal("Development", await Variable("DOTNET_ENVIRONMENT"));
        Assert.Equal("Development", await Variable("ASPNETCORE_ENVIRONMENT"));
        Assert.Equal("service.instance.id=service-2", await Variable("OTEL_RESOURCE_ATTRIBUTES"));
        Assert.Equal("renamed", await Variable("OTEL_SERVICE_NAME"));
        Assert.Equal($"http://localhost:{replica.BaseAddress!.Port}", await Variable("ASPNETCORE_URLS"));
        Assert.Equal($"port {replica.BaseAddress!.Port}", await Variable("ITSELF"));
        Assert.Equal(web, await Variable("services__other__web__0"));
        Assert.Equal(web, await Variable("OTHER_WEB"));
        Assert.Equal($"hello from {web} {{braces}}", await Variable("SENTENCE"));
        Assert.Equal("hello", await Variable("GREETING"));
        Assert.InRange(int.Parse(await Variable("ADMIN_PORT"), System.Globalization.CultureInfo.InvariantCulture), 1024, 65535);

        Task<string> Variable(string name) => replica.GetStringAsync($"/environment/{name}", Cancellation);
    }

    [Theory]
    [InlineData("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task Where_telemetry_is_collected_every_replica_is_told(string key)
    {
        await using var started = await StartAsync(builder =>
        {
            builder.Configuration[key] = "http://localhost:4317";
            AddService(builder);
        });
        await started.HealthyAsync(Service);
        using var client = started.Application.CreateHttpClient(Service);

        Assert.Equal("http://localhost:4317", await client.GetStringAsync("/environment/OTEL_EXPORTER_OTLP_ENDPOINT", Cancellation));
        Assert.Equal("grpc", await client.GetStringAsync("/environment/OTEL_EXPORTER_OTLP_PROTOCOL", Cancellation));
        Assert.Equal("1000", await client.GetStringAsync("/environment/OTEL_BSP_SCHEDULE_DELAY", Cancellation));
    }

    [Fact]
    public async Task Arguments_arrive_one_by_one_and_the_working_folder_is_the_projects()
    {
        await using var started = await StartServiceAsync(configure: service => service.WithArgs("--note", "two words", "\"quoted\" $HOME"));
        using var client = started.Application.CreateHttpClient(Service);

        Assert.Equal("--note|two words|\"quoted\" $HOME", await client.GetStringAsync("/args", Cancellation));
        Assert.Equal(Path.GetDirectoryName(new Projects.Hosting_TestService().ProjectPath), await client.GetStringAsync("/folder", Cancellation));
    }

    [Fact]
    public async Task What_a_replica_writes_is_found_under_its_own_name()
    {
        await using var started = await StartServiceAsync(replicas: 2);
        using var replica = started.Direct("service-2");

        using var answer = await replica.GetAsync("/say/hello", Cancellation);

        await started.LineAsync("service-2", "hello");
        Assert.DoesNotContain("hello", started.Logs.Tail("service-1", 100).Select(l => l.Content));
    }

    [Fact]
    public async Task An_executable_runs_with_its_arguments_and_without_the_AppHosts_own_address()
    {
        await using var started = await StartAsync(builder => builder
            .AddExecutable("tool", "sh", "/tmp", "-c", "pwd; echo \"$1 ${ASPNETCORE_URLS-none}\"; exit 0", "name")
            .WithArgs(builder.AddParameter("word", "given")));

        await started.StateAsync("tool", KnownResourceStates.Finished);

        Assert.Equal(["/tmp", "given none"], started.Logs.Tail("tool", 10).Select(l => l.Content));
        Assert.Equal(0, started.Now("tool").ExitCode);
    }
}

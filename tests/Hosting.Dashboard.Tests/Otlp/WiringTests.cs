using System.Net.Sockets;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Telemetry;
using Aspire.Hosting.Dashboard.Tests.Host;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Dashboard.Tests.Otlp;

/// <summary>From a resource of an AppHost to its dashboard, with nothing said about telemetry in the model.</summary>
public sealed class WiringTests
{
    [Theory]
    [InlineData("grpc"), InlineData("http/protobuf")]
    public async Task WhatAResourceSendsIsThereUnderItsName(string protocol)
    {
        await using var dashboard = await RunningDashboard.StartAsync(
            builder =>
            {
                builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;
                builder.AddExecutable("sender", Environment.ProcessPath!, ".").WithEnvironment(ExportingProgram.Variable, "1");
            });
        var store = dashboard.Services.GetRequiredService<TelemetryStore>();

        await foreach (var _ in store.Changes.WatchAsync(
            TelemetryKinds.Logs | TelemetryKinds.Traces | TelemetryKinds.Metrics, TimeSpan.Zero, atOnce: true, TestContext.Current.CancellationToken))
        {
            if (store.Logs.Count().Count > 0 && store.Traces.Count().Count > 0 && store.Metrics.Count().Count > 0)
                break;
        }

        Assert.Equal(("sender", "sent"), (store.Traces.List()[0].Root.Resource.Name, store.Traces.List()[0].Name));
        Assert.Equal(("sender", "sent"), (store.Logs.Snapshot().All().First().Resource.Name, store.Logs.Snapshot().All().First().Message));
        Assert.Equal(("sender", "sent"), (store.Metrics.Instruments()[0].Resource.Name, store.Metrics.Instruments()[0].Name));
    }

    [Theory]
    [InlineData(OtlpSettings.GrpcKey, "grpc")]
    [InlineData("DOTNET_DASHBOARD_OTLP_ENDPOINT_URL", "grpc")]
    [InlineData(OtlpSettings.HttpKey, "http/protobuf")]
    public async Task TheDashboardListensWhereItIsToldTo(string key, string protocol)
    {
        var url = $"http://localhost:{FreePort()}";
        await using var dashboard = await RunningDashboard.StartAsync($"--{key}={url}", $"--{OtlpSettings.ApiKeyKey}=chosen");
        var destination = dashboard.Services.GetRequiredService<OtlpDestination>();

        Assert.Equal((url, protocol, "x-otlp-api-key=chosen"), (destination.UrlFor(protocol), destination.DefaultProtocol, destination.Headers));
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", new Uri(url).Port, TestContext.Current.CancellationToken);
    }

    /// <summary>Where the AppHost has no dashboard of its own, they name another that listens there.</summary>
    [Fact]
    public void WithoutADashboardItIsAnotherOnesAddress()
    {
        var settings = OtlpSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { [OtlpSettings.HttpKey] = "http://localhost:4318", [OtlpSettings.ApiKeyKey] = "" }).Build());

        var destination = OtlpDestination.Elsewhere(settings);

        Assert.Equal(("http/protobuf", "http://localhost:4318", null), (destination.DefaultProtocol, destination.UrlFor("http/protobuf"), destination.Headers));
        Assert.Null(destination.UrlFor("grpc"));
    }

    private static int FreePort()
    {
        using var port = LoopbackPort.Listen(null);
        return port.Number;
    }
}

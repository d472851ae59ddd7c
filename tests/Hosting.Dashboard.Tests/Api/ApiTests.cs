using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Tests.Host;
using Aspire.Hosting.Dashboard.Tests.Otlp;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Tests.Api;

public sealed class ApiTests : IAsyncLifetime
{
    private Receiver _receiver = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _client = _receiver.CreateClient();
        _receiver.Runs.Intake.Take(Payloads.Trace(Payloads.Span(1), Payloads.Span(2)));
        _receiver.Runs.Intake.Take(Payloads.Logs(Log("first"), Log("second")));
        _receiver.Runs.Intake.Take(Payloads.Metrics(new Metric { Name = "load", Gauge = new Gauge { DataPoints = { new NumberDataPoint { AsDouble = 0.5 } } } }));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _receiver.DisposeAsync();
    }

    [Theory]
    [InlineData("resources", "resources", 1)]
    [InlineData("logs", "logs", 2)]
    [InlineData("logs?search=second", "logs", 1)]
    [InlineData("logs?limit=1", "logs", 1)]
    [InlineData("logs?since=2100-01-01", "logs", 0)]
    [InlineData("traces", "traces", 2)]
    [InlineData("traces?search=duration:>5s", "traces", 0)]
    [InlineData("traces/00000000000000070000000000000001", "spans", 1)]
    [InlineData("metrics", "metrics", 1)]
    [InlineData("metrics/load?since=5m&step=1&by=none", "lines", 1)]
    public async Task AQuestionIsAnswered(string question, string name, int count)
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync($"/api/telemetry/{question}", TestContext.Current.CancellationToken));

        Assert.Equal(count, answer.RootElement.GetProperty(name).GetArrayLength());
    }

    [Theory]
    [InlineData("logs?search=a:", 400)]
    [InlineData("logs?limit=0", 400)]
    [InlineData("logs?limit=many", 400)]
    [InlineData("logs?since=yesterday", 400)]
    [InlineData("logs?run=../../etc", 404)]
    [InlineData("traces/7", 404)]
    [InlineData("metrics/load?step=0", 400)]
    [InlineData("export?trace=7", 400)]
    public async Task ABadQuestionIsToldWhy(string question, int status)
    {
        var answer = await _client.GetAsync($"/api/telemetry/{question}", TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
        Assert.Equal(question.Contains("a:", StringComparison.Ordinal), problem.RootElement.TryGetProperty("position", out _));
    }

    /// <summary>Neither a question nor telemetry, on no route that the application has.</summary>
    [Fact]
    public async Task WithoutTheKeyNothingIsAnswered()
    {
        using var client = _receiver.CreateClient(hasKey: false);
        var requests = Routes.Of(await _receiver.Application).SelectMany(Routes.Requests).ToList();
        Assert.Contains(("GET", "/api/telemetry/export"), requests);
        Assert.Contains(("POST", "/v1/traces"), requests);

        foreach (var (method, path) in requests)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task AScriptMayShowTheKeyAsABearerToken()
    {
        using var client = _receiver.CreateClient(hasKey: false);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _receiver.Key.Value);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/telemetry/logs", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{"), InlineData("text/event-stream", "data: {")]
    public async Task WhoFollowsGetsWhatIsThereAndThenWhatComes(string accepts, string begins)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/telemetry/logs?follow=true&limit=1&search=-noise");
        request.Headers.Accept.ParseAdd(accepts);
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains("second", await NextAsync(lines, begins), StringComparison.Ordinal);

        _receiver.Runs.Intake.Take(Payloads.Logs(Log("noise"), Log("third")));

        Assert.Contains("third", await NextAsync(lines, begins), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoFollowsTracesGetsSpansAsTheyCome()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/telemetry/traces?follow=true&limit=1&search=name:work");
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains("\"span_id\":\"0000000000000002\"", await NextAsync(lines, "{"), StringComparison.Ordinal);

        _receiver.Runs.Intake.Take(Payloads.Trace(Payloads.Span(3)));

        Assert.Contains("\"trace_id\":\"00000000000000070000000000000003\"", await NextAsync(lines, "{"), StringComparison.Ordinal);
    }

    /// <summary>What is exported and imported is the same again, exported.</summary>
    [Fact]
    public async Task AnExportCanBeImported()
    {
        var exported = await _client.GetStringAsync("/api/telemetry/export", TestContext.Current.CancellationToken);
        Assert.Equal(3, exported.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"traceId\": \"00000000000000070000000000000001\"", exported, StringComparison.Ordinal);

        using var file = new StringContent(exported, Encoding.UTF8, "application/x-ndjson");
        var answer = await _client.PostAsync("/api/telemetry/runs?name=before/the change", file, TestContext.Current.CancellationToken);
        using var imported = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var run = imported.RootElement.GetProperty("runs")[0];

        Assert.Equal((HttpStatusCode.Created, "before-the-change"), (answer.StatusCode, run.GetProperty("name").GetString()));
        Assert.Equal(exported, await _client.GetStringAsync($"/api/telemetry/export?run={run.GetProperty("id").GetString()}", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnExportMayBeOfOneTrace()
    {
        var exported = await _client.GetStringAsync("/api/telemetry/export?trace=00000000000000070000000000000002", TestContext.Current.CancellationToken);

        var line = Assert.Single(exported.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("00000000000000070000000000000001", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoExportIsRefusedAndLeavesNothing()
    {
        using var file = new StringContent("{\"resourceSpans\":[]}\nhello");

        var answer = await _client.PostAsync("/api/telemetry/runs", file, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Line 2", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(_receiver.Runs.List(), run => run.Name is not null);
    }

    private static LogRecord Log(string message) => new()
    {
        TimeUnixNano = 1_700_000_000_000_000_000,
        SeverityNumber = 9,
        Body = new AnyValue { StringValue = message },
        SpanId = ByteString.Empty,
    };

    private static async Task<string> NextAsync(StreamReader lines, string begins)
    {
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(begins, StringComparison.Ordinal))
                return line;
        }

        throw new EndOfStreamException();
    }
}

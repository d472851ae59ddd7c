using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using static RegressionAnalyzer.Hosting.Tests.Running.Started;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>What goes through the proxy arrives as if it were not there.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task A_body_of_any_size_streams_through()
    {
        const long Size = 300L << 20;
        await using var started = await StartServiceAsync();
        using var client = started.Plain();
        using var content = new StreamContent(new ZeroStream(Size));

        using var answer = await client.PostAsync("/count", content, Cancellation);

        Assert.Equal(Size, await answer.Content.ReadFromJsonAsync<long>(Cancellation));
    }

    [Fact]
    public async Task An_answer_is_passed_on_piece_by_piece()
    {
        await using var started = await StartServiceAsync();
        using var client = started.Plain();

        using var response = await client.GetAsync("/stream/3", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        for (var line = 0; line < 3; line++)
        {
            Assert.Equal(line.ToString(System.Globalization.CultureInfo.InvariantCulture), await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(Longest, Cancellation));
            (await client.PostAsync("/acknowledge", null, Cancellation)).Dispose();
        }

        Assert.Null(await reader.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task A_web_socket_stays_open_and_echoes()
    {
        await using var started = await StartServiceAsync(replicas: 2);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(started.Application.GetEndpoint(Service)) { Scheme = "ws", Path = "/socket" }.Uri, Cancellation);
        var buffer = new byte[100];

        foreach (var word in (string[])["one", "two"])
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(word), WebSocketMessageType.Text, true, Cancellation);
            var message = await socket.ReceiveAsync(buffer, Cancellation);
            Assert.Equal(word, Encoding.UTF8.GetString(buffer, 0, message.Count));
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
    }

    [Fact]
    public async Task Without_a_ready_replica_the_answer_is_a_problem_that_says_so_at_once()
    {
        await using var started = await StartAsync(builder => AddService(builder, 1, s => s.WithExplicitStart()));
        using var client = started.Plain();

        using var before = await client.GetAsync("/id", Cancellation);
        var result = await started.CommandAsync(Service, KnownResourceCommands.StartCommand);
        await started.HealthyAsync(Service);
        using var after = await client.GetAsync("/id", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);
        Assert.Equal("application/problem+json", before.Content.Headers.ContentType!.MediaType);
        var problem = await before.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(503, problem.GetProperty("status").GetInt32());
        Assert.Contains("No replica of 'service' is ready", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(result.Success, result.ErrorMessage);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Both_loopback_addresses_answer_and_the_host_stays_as_the_client_wrote_it()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        await using var started = await StartServiceAsync();
        var port = started.Application.GetEndpoint(Service).Port;
        using var client = new HttpClient();

        Assert.Equal($"127.0.0.1:{port}", await client.GetStringAsync($"http://127.0.0.1:{port}/host", Cancellation));
        Assert.Equal($"[::1]:{port}", await client.GetStringAsync($"http://[::1]:{port}/host", Cancellation));
    }

    [Fact]
    public async Task A_replica_that_says_it_is_not_well_gets_no_requests_until_it_is()
    {
        await using var started = await StartServiceAsync(replicas: 2, options: new RunOptions { HealthInterval = TimeSpan.FromMilliseconds(50) });
        using var client = started.Plain();
        using var ill = started.Direct("service-1");

        (await ill.PostAsync("/health/false", null, Cancellation)).Dispose();
        await started.ChangeAsync("service-1", s => s.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);
        var meanwhile = await AnswersAsync(client);
        (await ill.PostAsync("/health/true", null, Cancellation)).Dispose();
        await started.HealthyAsync(Service);
        var afterwards = await AnswersAsync(client);

        Assert.Equal(["service-2"], meanwhile);
        Assert.Equal(["service-1", "service-2"], afterwards);
    }

    [Fact]
    public async Task A_request_that_may_have_had_an_effect_is_not_repeated()
    {
        await using var started = await StartServiceAsync(replicas: 2);
        using var client = started.Plain();

        using var answer = await client.PostAsync("/exit/1", null, Cancellation);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        await started.ChangeAsync(Service, s => s.Properties.Any(p => p.Name == ResourceProperty.Restarts));
        await started.HealthyAsync(Service);
        Assert.Equal(1, started.Console.Split("ended with exit code 1").Length - 1);
    }

    [Fact]
    public async Task A_connection_that_is_not_HTTP_is_relayed_both_ways()
    {
        Assert.SkipUnless(ProgramPath.Find("python3", "/") is not null, "There is no python3 to serve plain TCP with.");
        const string Echo = """
            import os, socket
            s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int(os.environ["PORT"]))); s.listen()
            while True:
                c, _ = s.accept()
                data = b""
                while piece := c.recv(4096): data += piece
                c.sendall(data.upper()); c.close()
            """;
        await using var started = await StartAsync(builder => builder.AddExecutable("echo", "python3", "/", "-c", Echo).WithEndpoint(env: "PORT", scheme: "tcp", name: "raw"));
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", started.Application.GetEndpoint("echo", "raw").Port, Cancellation);

        var stream = client.GetStream();

        await stream.WriteAsync("hello"u8.ToArray(), Cancellation);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);

        Assert.Equal("HELLO", await reader.ReadToEndAsync(Cancellation));
    }

    private static async Task<IEnumerable<string>> AnswersAsync(HttpClient client)
    {
        List<string> answers = [];
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await client.GetStringAsync("/id", Cancellation));
        }

        return answers.Distinct().Order();
    }
}

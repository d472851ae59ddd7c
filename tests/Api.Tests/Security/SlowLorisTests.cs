using System.Net;
using System.Net.Sockets;
using System.Text;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Security;

/// <summary>Clients that send a byte now and then hold nobody else up, and are let go.</summary>
public sealed class SlowLorisTests : IDisposable
{
    private const int Slow = 200;

    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task Others_are_served_and_a_body_that_trickles_is_refused_and_leaves_nothing()
    {
        using var replica = new Replica(_volumes);
        var sockets = await Task.WhenAll(Enumerable.Range(0, Slow).Select(number => ConnectAsync(replica, number % 2 == 0
            ? $"GET {Calls.Api}/health HTTP/1.1\r\nHost: x\r\nX-Slow: "
            : $"POST {Calls.Api}/upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"slow.csv\"\r\n\r\na,b\n1,2\n")));
        using var over = new CancellationTokenSource();
        var trickling = Task.WhenAll(sockets.Select(socket => TrickleAsync(socket, over.Token)));

        await replica.Http.UploadedAsync("houses.csv", Tables.Small);
        using (var health = await replica.Http.AskAsync("/health"))
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);

        var answers = await Task.WhenAll(sockets.Where(static (_, number) => number % 2 == 1).Select(AnswerAsync));
        Assert.All(answers, static answer => Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal));
        while (_volumes.Files.Count > 2)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await over.CancelAsync();
        await trickling;
        foreach (var socket in sockets)
            socket.Dispose();
    }

    private static async Task<Socket> ConnectAsync(Replica replica, string start)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", replica.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes(start), TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task TrickleAsync(Socket socket, CancellationToken until)
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
            while (await timer.WaitForNextTickAsync(until))
                await socket.SendAsync("1"u8.ToArray(), until);
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private static async Task<string> AnswerAsync(Socket socket)
    {
        var buffer = new byte[4096];
        try
        {
            return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
        }
        catch (SocketException reset)
        {
            return reset.Message;
        }
    }
}

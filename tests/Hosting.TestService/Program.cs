// A service for the tests of run mode: quick to start, tells what it was given, and misbehaves when asked to.
using System.Diagnostics;
using System.Net.WebSockets;
using System.Runtime.InteropServices;

if (Environment.GetEnvironmentVariable("CRASH_AT_START") is { Length: > 0 } lastWords)
{
    Console.WriteLine("about to start");
    Console.Error.WriteLine(lastWords);
    return 3;
}

if (Environment.GetEnvironmentVariable("START_CHILD") is { Length: > 0 })
{
    // A grandchild that leaves its group, as daemons do.
    Process.Start(new ProcessStartInfo("setsid", ["sleep", "1000"]))!.Dispose();
}

// Ends in the middle of whatever it does: only a proxy that lets requests finish first loses none.
using var abrupt = Environment.GetEnvironmentVariable("ABRUPT") is { Length: > 0 }
    ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Process.GetCurrentProcess().Kill())
    : null;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(o => o.Limits.MaxRequestBodySize = null);
builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
var app = builder.Build();
var instance = Environment.GetEnvironmentVariable("OTEL_RESOURCE_ATTRIBUTES")?.Replace("service.instance.id=", "", StringComparison.Ordinal);
var healthy = true;
app.UseWebSockets();
app.MapGet("/health", () => healthy ? Results.Text("well") : Results.StatusCode(503));
app.MapPost("/health/{value:bool}", (bool value) => Results.Text((healthy = value).ToString()));
app.MapGet("/id", () => instance);
app.MapGet("/pid", () => Environment.ProcessId);
app.MapPost("/id", () => instance);
app.MapGet("/folder", Directory.GetCurrentDirectory);
app.MapGet("/args", () => string.Join('|', args));
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
app.MapGet("/host", (HttpContext context) => context.Request.Host.Value);
app.MapGet("/say/{line}", (string line) =>
{
    Console.WriteLine(line);
    return Results.NoContent();
});
app.MapGet("/wait/{milliseconds:int}", async (int milliseconds) =>
{
    Console.WriteLine($"waits {milliseconds}");
    await Task.Delay(milliseconds);
    return instance;
});
app.MapMethods("/exit/{code:int}", ["GET", "POST"], (int code) =>
{
    Environment.Exit(code);
    return Results.NoContent();
});
app.MapPost("/count", async (HttpContext context) =>
{
    long total = 0;
    var buffer = new byte[64 * 1024];
    int read;
    while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
    {
        total += read;
    }

    return total;
});
app.MapGet("/stream/{lines:int}", async (HttpContext context, int lines) =>
{
    for (var line = 0; line < lines; line++)
    {
        await context.Response.WriteAsync($"{line}\n");
        await context.Response.Body.FlushAsync();

        // The next line only when the client says that it has read this one: a proxy that buffers would wait for ever.
        await Acknowledged.Lines.WaitAsync(context.RequestAborted);
    }
});
app.MapPost("/acknowledge", () => Acknowledged.Lines.Release());
app.Map("/socket", async (HttpContext context) =>
{
    using var socket = await context.WebSockets.AcceptWebSocketAsync();
    var buffer = new byte[1024];
    while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } message)
    {
        await socket.SendAsync(buffer.AsMemory(0, message.Count), message.MessageType, message.EndOfMessage, context.RequestAborted);
    }

    await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
});
await app.RunAsync();
return 0;

internal static class Acknowledged
{
    public static SemaphoreSlim Lines { get; } = new(0);
}

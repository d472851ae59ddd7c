// What the dashboard does under load: 5,000 log records and 1,000 spans a second by OTLP, to the AppHost of this repository as it really runs.
//   dotnet build src/AppHost -c Release
//   dotnet run -c Release --project bench/Telemetry [SECONDS] [APPHOST.dll]
// Prints a Markdown table. The senders, the browser and the measured processes share the machine's processors.
using System.Globalization;
using RegressionAnalyzer.Bench.Telemetry;

var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
var program = args.Length > 1 ? args[1] : Path.GetFullPath("src/AppHost/bin/Release/net10.0/RegressionAnalyzer.AppHost.dll");
var duration = TimeSpan.FromSeconds(seconds);
var before = TimeSpan.FromSeconds(Math.Clamp(seconds / 10, 5, 30));

await using var appHost = await AppHost.StartAsync(program);
using var questions = new Questions(appHost);
await using var pages = await Pages.OpenAsync(appHost);
var idle = appHost.Resident();

var alone = new Timings();
await questions.AskServiceAsync(alone, before);

var (loaded, api, shown) = (new Timings(), new Timings(), new Timings());
var peak = 0L;
long sent;
using (var load = new Load(appHost, logs: 5_000, spans: 1_000))
{
    var sending = load.RunAsync(duration);
    await Task.WhenAll(
        questions.AskServiceAsync(loaded, duration),
        questions.AskApiAsync(api, duration),
        pages.UseAsync(shown, duration),
        Task.Run(async () =>
        {
            while (!sending.IsCompleted)
            {
                peak = Math.Max(peak, appHost.Resident());
                await Task.Delay(200);
            }
        }));
    sent = await sending;
}

var received = await questions.ReceivedAsync();
Console.WriteLine($"""
    | {seconds} s on {Environment.ProcessorCount} processors | median | 99 % | slowest |
    | --- | ---: | ---: | ---: |
    {shown.Rows("a page, ms: ")}
    {api.Rows("the API, ms: ")}
    {alone.Rows("a request to the service before the load, ms: ")}
    {loaded.Rows("the same under the load, ms: ")}

    Sent {sent} records and spans, {sent / seconds} a second; of the last second's records the dashboard has {received}.
    The AppHost's resident memory: {idle >> 20} MiB before, {peak >> 20} MiB at most.
    """);

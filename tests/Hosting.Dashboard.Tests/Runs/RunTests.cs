using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Dashboard.Telemetry;
using Aspire.Hosting.Dashboard.Tests.Otlp;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Dashboard.Tests.Runs;

public sealed class RunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task APastRunIsThereAgain()
    {
        var id = await RunAsync(new RunSettings(), requests: 3);

        await using var now = Open(new RunSettings());
        var past = await now.OpenAsync(id, TestContext.Current.CancellationToken);

        Assert.Equal(3, past!.Traces.Count().Count);
        Assert.Equal(0, now.Current.Traces.Count().Count);
        Assert.Same(past, await now.OpenAsync(id, TestContext.Current.CancellationToken));
        Assert.Same(now.Current, await now.OpenAsync(now.CurrentId, TestContext.Current.CancellationToken));
        Assert.Null(await now.OpenAsync("..", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1), InlineData(8), InlineData(9), InlineData(20)]
    public async Task ATornTailIsLeftOutAndAllBeforeItIsRead(int bytes)
    {
        var id = await RunAsync(new RunSettings(), requests: 3);
        var file = Directory.GetFiles(Path.Combine(_folder.FullName, id)).Single();
        using (var stream = File.OpenWrite(file))
            stream.SetLength(stream.Length - bytes);

        await using var now = Open(new RunSettings());

        Assert.Equal(2, (await now.OpenAsync(id, TestContext.Current.CancellationToken))!.Traces.Count().Count);
    }

    [Fact]
    public async Task ADamagedFileEndsWhereTheDamageIs()
    {
        var id = await RunAsync(new RunSettings(), requests: 9);
        var file = Directory.GetFiles(Path.Combine(_folder.FullName, id)).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x40;
        File.WriteAllBytes(file, bytes);

        await using var now = Open(new RunSettings());

        Assert.InRange((await now.OpenAsync(id, TestContext.Current.CancellationToken))!.Traces.Count().Count, 3, 5);
    }

    [Fact]
    public async Task ARunKeepsItsNewestWithinItsSize()
    {
        var settings = new RunSettings { MaxMegabytes = 2, SegmentMegabytes = 1 };

        var id = await RunAsync(settings, requests: 40, spans: 1000);

        Assert.InRange(Directory.GetFiles(Path.Combine(_folder.FullName, id)).Sum(f => new FileInfo(f).Length), 1, 2 * 1024 * 1024);
        await using var now = Open(settings);
        var kept = (await now.OpenAsync(id, TestContext.Current.CancellationToken))!.Traces.Snapshot().All().Select(s => s.SpanId.Value / 1_000_000).Distinct().ToList();
        Assert.Equal(39ul, kept[^1]);
        Assert.DoesNotContain(0ul, kept);
    }

    [Fact]
    public async Task RunsOverTheNumberGoTheOldestFirst()
    {
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
            ids.Add(await RunAsync(new RunSettings(), requests: 1));

        new RunFolder(_folder.FullName, new RunSettings { Most = 3 }).Prune(ids[^1]);

        Assert.Equal(ids[1..].AsEnumerable().Reverse(), new RunFolder(_folder.FullName, new RunSettings()).List(null).Select(r => r.Id));
    }

    [Fact]
    public async Task ARunWithoutTelemetryLeavesNothing()
    {
        await using (Open(new RunSettings()))
        {
        }

        Assert.Empty(_folder.GetDirectories());
    }

    /// <summary>The process is killed while it writes: what it had written is there.</summary>
    [Fact]
    public async Task WhatWasReceivedOutlivesAProcessThatIsKilled()
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(Environment.ProcessPath!)
        {
            Environment = { [KilledWriter.FolderVariable] = _folder.FullName },
            RedirectStandardOutput = true,
        })!;
        Assert.Equal(KilledWriter.Ready, await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        await using var now = Open(new RunSettings());
        var past = await now.OpenAsync(Assert.Single(now.List()).Id, TestContext.Current.CancellationToken);
        Assert.InRange(past!.Traces.Count().Count, KilledWriter.Least, int.MaxValue);
    }

    private async Task<string> RunAsync(RunSettings settings, int requests, int spans = 1)
    {
        await using var runs = Open(settings);
        for (var i = 0; i < requests; i++)
            runs.Intake.Take(Payloads.Trace([.. Enumerable.Range(1, spans).Select(j => Payloads.Span((ulong)((i * 1_000_000) + j)))]));
        return runs.CurrentId;
    }

    private TelemetryRuns Open(RunSettings settings) => Open(settings, _folder.FullName);

    internal static TelemetryRuns Open(RunSettings settings, string folder) => new(
        settings with { Folder = folder }, new TelemetryLimits(), new OtlpLimits(), new HostingEnvironment { ContentRootPath = folder }, TimeProvider.System,
        NullLogger<TelemetryRuns>.Instance);
}

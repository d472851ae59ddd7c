using System.Collections.Concurrent;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Tests;

/// <summary>A service that analyses goes on answering: the thread pool's threads are its own.</summary>
public sealed class CoresTests
{
    private readonly ConcurrentBag<bool> _onPool = [];

    [Fact]
    public async Task Pieces_of_a_table_are_worked_on_by_no_thread_of_the_pool()
    {
        await OwnThread(() => OrderedParallel.Run<int, int, int>(
            Enumerable.Range(0, 1000), static () => 0, (_, _) => Note(), static _ => { }, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(true, _onPool);
    }

    [Fact]
    public async Task Loops_are_worked_on_by_no_thread_of_the_pool()
    {
        await OwnThread(() => Parallel.For(0, 1000, Cores.For(TestContext.Current.CancellationToken), _ => Note()));

        Assert.DoesNotContain(true, _onPool);
    }

    [Fact]
    public async Task With_every_helper_busy_the_caller_does_all_of_it()
    {
        using var release = new ManualResetEventSlim();
        var busy = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Cores.Run(release.Wait)).ToList();
        var done = 0;

        await OwnThread(() => Parallel.For(0, 1000, Cores.For(TestContext.Current.CancellationToken), _ => Interlocked.Increment(ref done)));

        Assert.Equal(1000, done);
        release.Set();
        await Task.WhenAll(busy);
    }

    private static Task OwnThread(Action action) =>
        Task.Factory.StartNew(action, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private int Note()
    {
        Thread.SpinWait(1000);
        _onPool.Add(Thread.CurrentThread.IsThreadPoolThread);
        return 0;
    }
}

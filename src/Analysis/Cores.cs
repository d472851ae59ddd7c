using System.Collections.Concurrent;

namespace RegressionAnalyzer.Analysis;

/// <summary>
/// The threads that help an analysis along, one for each core but the caller's own, shared by all analyses of the process. The thread pool is left alone:
/// its threads answer requests, and it adds one only twice a second when those it has compute for seconds.
/// </summary>
internal sealed class Cores : TaskScheduler
{
    public static readonly Cores All = new();

    private readonly BlockingCollection<Task> _waiting = [];

    private Cores()
    {
        for (var helper = 0; helper < Math.Max(1, Environment.ProcessorCount - 1); helper++)
            new Thread(Help) { IsBackground = true, Name = "analysis" }.Start();
    }

    public override int MaximumConcurrencyLevel => Environment.ProcessorCount;

    /// <summary>For a parallel loop; the caller's thread works on it too, and on all of it when the helpers have other things to do.</summary>
    public static ParallelOptions For(CancellationToken cancellationToken) => new() { TaskScheduler = All, CancellationToken = cancellationToken };

    /// <summary>Has a helper do it, or the caller when it waits for that and none was free.</summary>
    public static Task Run(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, All);

    protected override void QueueTask(Task task) => _waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting.ToArray();

    private void Help()
    {
        ComputeThread.GiveWay();
        foreach (var task in _waiting.GetConsumingEnumerable())
            TryExecuteTask(task);
    }
}

namespace Aspire.Hosting.Pipelines;

/// <summary>One run of a step and those before it: each starts as soon as those before it are done, and none after one has failed.</summary>
internal sealed class PipelineExecution(PipelineGraph graph, PipelineContext context, PipelineConsole console)
{
    private readonly Dictionary<PipelineStep, Task<bool>> _runs = [];
    private int _failed;
    private int _ran;

    /// <summary>How many steps have done something.</summary>
    public int Ran => _ran;

    /// <returns>Whether the step and all before it are done.</returns>
    public Task<bool> RunAsync(PipelineStep step)
    {
        if (!_runs.TryGetValue(step, out var run))
        {
            var before = graph.Before(step).Select(RunAsync).ToList();
            _runs[step] = run = RunAfterAsync(before, step);
        }

        return run;
    }

    private async Task<bool> RunAfterAsync(List<Task<bool>> before, PipelineStep step)
    {
        var done = await Task.WhenAll(before);
        if (!done.All(d => d) || Volatile.Read(ref _failed) > 0 || context.CancellationToken.IsCancellationRequested)
        {
            return false;
        }

        // Off this thread, so that a step that never awaits does not hold up those beside it.
        return step.Action == WellKnownSteps.Nothing || await Task.Run(() => RunStepAsync(step));
    }

    private async Task<bool> RunStepAsync(PipelineStep step)
    {
        await using var report = new ReportingStep(step.Name, console);
        try
        {
            await step.Action(new PipelineStepContext
            {
                PipelineContext = context,
                ReportingStep = report,
                Logger = new StepLogger(report, console.Level),
            });
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            console.Say(step.Name, $"interrupted {PipelineConsole.Took(report.Duration)}");
            return false;
        }
        catch (Exception exception)
        {
            // A step is somebody's code: whatever it throws is its failure.
            return Fail(step, PipelineFailure.Describe(exception, console.Level));
        }

        if (report.State == CompletionState.CompletedWithError)
        {
            return Fail(step, report.CompletionText!);
        }

        Interlocked.Increment(ref _ran);
        var warning = report.State == CompletionState.CompletedWithWarning ? "warning: " : "";
        console.Say(step.Name, $"{warning}{report.CompletionText ?? "done"} {PipelineConsole.Took(report.Duration)}");
        return true;
    }

    private bool Fail(PipelineStep step, string reason)
    {
        Interlocked.Increment(ref _failed);
        console.Fail($"step '{step.Name}' failed: {reason}");
        return false;
    }
}

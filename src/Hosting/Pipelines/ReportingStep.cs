using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>A step's lines on the console.</summary>
internal sealed class ReportingStep(string name, PipelineConsole console) : IReportingStep
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>What the step said when it completed; null until it says something.</summary>
    public string? CompletionText { get; private set; }

    public CompletionState State { get; private set; } = CompletionState.InProgress;

    public TimeSpan Duration => _clock.Elapsed;

    public Task<IReportingTask> CreateTaskAsync(string statusText, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReportingTask>(new ReportingTask(name, statusText, console));

    public Task CompleteAsync(
        string completionText, CompletionState completionState = CompletionState.Completed, CancellationToken cancellationToken = default)
    {
        CompletionText = completionText;
        State = completionState;
        return Task.CompletedTask;
    }

    public void Log(LogLevel logLevel, string message)
    {
        if (logLevel < console.Level || logLevel == LogLevel.None)
        {
            return;
        }

        if (logLevel >= LogLevel.Warning)
        {
            console.Warn(name, message);
        }
        else
        {
            console.Say(name, message);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

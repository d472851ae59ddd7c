using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>What a step logs, among its lines.</summary>
internal sealed class StepLogger(IReportingStep step, LogLevel level) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= level && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            step.Log(logLevel, exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {PipelineFailure.Describe(exception, level)}");
        }
    }
}

using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>Why something failed, for the person who can mend it.</summary>
internal static class PipelineFailure
{
    /// <summary>One line; everything there is to know at the level Debug.</summary>
    public static string Describe(Exception exception, LogLevel level)
    {
        var cause = exception;
        while (cause is AggregateException or TargetInvocationException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        return level <= LogLevel.Debug ? cause.ToString()
            : IsMistakeOfCode(cause) ? $"{cause.GetType().Name}: {cause.Message} (--log-level debug shows where)"
            : cause.Message;
    }

    /// <summary>Exceptions whose message says little to anyone but who wrote the step.</summary>
    private static bool IsMistakeOfCode(Exception exception) => exception
        is NullReferenceException or ArgumentNullException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException
        or NotImplementedException or NotSupportedException or TypeInitializationException;
}

using System.Diagnostics;
using System.Reflection;

namespace Aspire.Hosting;

/// <summary>
/// An AppHost that cannot be modelled says why in one line and ends with exit code 1. Its <c>Main</c> is a list of <c>builder.Add…</c>: what one of them
/// throws, nobody catches, and the runtime would print a stack trace and abort.
/// </summary>
internal static class MainFailure
{
    private static int _registered;

    /// <param name="args">With <c>debug</c> or <c>trace</c> among them the stack trace is left to be printed.</param>
    public static void ExplainInOneLine(string[] args)
    {
        var wantsMore = args.Any(a => a.Contains("debug", StringComparison.OrdinalIgnoreCase) || a.Contains("trace", StringComparison.OrdinalIgnoreCase));
        if (!wantsMore && !Debugger.IsAttached && Interlocked.Exchange(ref _registered, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, failure) => Explain((Exception)failure.ExceptionObject);
        }
    }

    private static void Explain(Exception exception)
    {
        var cause = exception is TargetInvocationException or AggregateException ? exception.InnerException ?? exception : exception;
        if (cause is DistributedApplicationException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException
            or InvalidDataException or FormatException)
        {
            Console.Error.WriteLine($"error: {cause.Message}");
            Environment.Exit(1);
        }
    }
}

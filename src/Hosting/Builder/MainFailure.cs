using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>
/// An AppHost that cannot be modelled says why in one line and ends with exit code 1. Its <c>Main</c> is a list of <c>builder.Add…</c>: what one of them
/// throws, nobody catches, and the runtime would print a stack trace and abort.
/// </summary>
internal static class MainFailure
{
    private static int _registered;

    /// <param name="args">With <c>--log-level debug</c> or <c>trace</c> the stack trace is left to be printed.</param>
    public static void ExplainInOneLine(string[] args)
    {
        var level = string.Join('=', args.SkipWhile(a => !a.StartsWith("--log-level", StringComparison.OrdinalIgnoreCase)).Take(2)).Split('=').ElementAtOrDefault(1);
        var wantsMore = Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) && known <= LogLevel.Debug;
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
            Console.Error.WriteLine($"error: {Reason(cause)}");
            Environment.Exit(1);
        }
    }

    /// <summary>.NET adds the name of a parameter, which means nothing to whoever called <c>builder.Add…</c>.</summary>
    private static string Reason(Exception exception) => UnreadableFile.Describe(exception) ?? WrongSetting.Describe(exception)
        ?? (exception is ArgumentException { ParamName: { } name } ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : exception.Message);
}

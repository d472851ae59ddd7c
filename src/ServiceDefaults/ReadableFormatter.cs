using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace RegressionAnalyzer.ServiceDefaults;

/// <summary>One line for a person: <c>12:05:09.120 info JobRunner: Done in 36 ms (upload 6f1d…, job c2a9…)</c>, and the stack below where there is one.</summary>
internal sealed class ReadableFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "readable";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write(DateTime.Now.ToString("HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture));
        textWriter.Write($" {Word(entry.LogLevel)} {entry.Category[(entry.Category.LastIndexOf('.') + 1)..]}: ");
        textWriter.Write(entry.Formatter(entry.State, entry.Exception).ReplaceLineEndings(" "));
        var about = About(scopeProvider);
        textWriter.WriteLine(about.Count == 0 ? "" : $" ({string.Join(", ", about)})");
        if (entry.Exception is not null)
            textWriter.WriteLine(entry.Exception);
    }

    /// <summary>Our own scopes; those of the framework (connections, spans) are for machines, which read JSON or OTLP.</summary>
    private static List<string> About(IExternalScopeProvider? scopes)
    {
        var about = new List<string>();
        scopes?.ForEachScope(static (scope, list) =>
        {
            if (scope is IEnumerable<KeyValuePair<string, object?>> values && !values.Any(static pair => pair.Key is "ConnectionId" or "RequestId" or "SpanId"))
                list.Add(scope.ToString()!);
        }, about);
        return about;
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}

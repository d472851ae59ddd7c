using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace RegressionAnalyzer.ServiceDefaults;

/// <summary>One line per event: for people on a terminal, as JSON in a container, where a collector reads it.</summary>
internal static class Logs
{
    private const string Allowed = "trace, debug, info, warning, error, critical or none";

    public static void AddReadableLogs(this IHostApplicationBuilder builder)
    {
        var level = Level(builder.Configuration["LOG_LEVEL"]);
        builder.Logging.SetMinimumLevel(level);
        builder.Logging.AddFilter(null, level);

        // The framework's own steps are of use only to whoever asks for detail.
        builder.Logging.AddFilter("Microsoft", Quieter(level));
        builder.Logging.AddFilter("System.Net.Http", Quieter(level));
        builder.Logging.AddFilter("Polly", Quieter(level));
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", level);

        if (InContainer(builder.Configuration))
        {
            builder.Logging.AddJsonConsole(static json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            builder.Logging.AddConsole(static console => console.FormatterName = ReadableFormatter.FormatterName);
            builder.Services.AddSingleton<ConsoleFormatter, ReadableFormatter>(); // not AddConsoleFormatter: it has no options to bind
        }
    }

    /// <summary>The level a value of <c>LOG_LEVEL</c> means; information when there is none. The names of .NET and those of Python are known.</summary>
    internal static LogLevel Level(string? value) => value?.Trim().ToUpperInvariant() switch
    {
        null or "" or "INFO" or "INFORMATION" => LogLevel.Information,
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "CRITICAL" or "FATAL" => LogLevel.Critical,
        "NONE" or "OFF" => LogLevel.None,
        _ => throw new SettingException("LOG_LEVEL", value, Allowed),
    };

    private static LogLevel Quieter(LogLevel level) => level is LogLevel.Information ? LogLevel.Warning : level;

    private static bool InContainer(IConfiguration configuration) => bool.TryParse(configuration["DOTNET_RUNNING_IN_CONTAINER"], out var inside) && inside;
}

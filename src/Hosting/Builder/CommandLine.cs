using Aspire.Hosting.Dashboard.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>The command line of an AppHost: short names for configuration keys, and any configuration key by its own name.</summary>
internal static class CommandLine
{
    public const string OperationKey = "AppHost:Operation";
    public const string PublisherKey = "Publishing:Publisher";
    public const string OutputPathKey = "Pipeline:OutputPath";
    public const string StepKey = "Pipeline:Step";
    public const string ListStepsKey = "Pipeline:ListSteps";
    public const string LogLevelKey = "Pipeline:LogLevel";

    private const string ListSteps = "--list-steps";
    private const string NoDashboard = "--no-dashboard";

    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--operation"] = OperationKey,
        ["--publisher"] = PublisherKey,
        ["--output-path"] = OutputPathKey,
        ["--step"] = StepKey,
        [ListSteps] = ListStepsKey,
        ["--log-level"] = LogLevelKey,
        [NoDashboard] = DashboardSettings.DisabledKey,
    };

    /// <summary>The environment's is read by the host.</summary>
    private static IEnumerable<string> Options => [.. ShortNames.Keys, "--environment"];

    /// <exception cref="DistributedApplicationException">An argument is no option, or an option lacks its value.</exception>
    public static CommandLineSource AddTo(IConfigurationBuilder configuration, string[] args)
    {
        var source = new CommandLineSource(Complete(args), ShortNames);
        configuration.Add(source);
        return source;
    }

    /// <exception cref="DistributedApplicationException">The operation is neither run nor publish.</exception>
    public static DistributedApplicationExecutionContext ReadOperation(IConfiguration configuration)
    {
        var publisher = configuration[PublisherKey];
        var operation = configuration[OperationKey] ?? (publisher is null && configuration[ListStepsKey] is null && configuration[StepKey] is null ? "run" : "publish");
        return operation.ToUpperInvariant() switch
        {
            "RUN" => new(DistributedApplicationOperation.Run),
            "PUBLISH" => new(DistributedApplicationOperation.Publish, publisher ?? "default"),
            _ => throw new DistributedApplicationException($"--operation is '{operation}'; it can be run or publish."),
        };
    }

    /// <exception cref="DistributedApplicationException">There is no such level.</exception>
    public static LogLevel ReadLogLevel(IConfiguration configuration) => configuration[LogLevelKey] switch
    {
        null => LogLevel.Information,
        var level when Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) && Enum.IsDefined(known) => known,
        var level => throw new DistributedApplicationException($"--log-level is '{level}'; it can be {string.Join(", ", Enum.GetNames<LogLevel>())}."),
    };

    /// <summary>What nobody of the host and the model asked for is a slip of the keyboard, unless it looks like a setting (<c>Target</c>, <c>A:B</c>).</summary>
    /// <exception cref="DistributedApplicationException">There is such an option.</exception>
    public static void RefuseUnknown(CommandLineSource source)
    {
        if (source.Unread.FirstOrDefault(key => char.IsAsciiLetterLower(key[0])) is { } unknown)
        {
            throw new DistributedApplicationException(Unknown($"--{unknown}"));
        }
    }

    private static string[] Complete(string[] args)
    {
        var complete = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            complete.Add(args[i]);
            if (args[i].Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            if (!args[i].StartsWith("--", StringComparison.Ordinal) || args[i].Length == 2)
            {
                throw new DistributedApplicationException($"'{args[i]}' is not an option. Options are written --name value: {string.Join(", ", Options)}.");
            }

            var hasValue = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            complete.Add(hasValue ? args[++i]
                : args[i].Equals(ListSteps, StringComparison.OrdinalIgnoreCase) || args[i].Equals(NoDashboard, StringComparison.OrdinalIgnoreCase) ? "true"
                : throw new DistributedApplicationException(IsKnown(args[i]) ? $"{args[i]} needs a value: {args[i]} VALUE." : Unknown(args[i])));
        }

        return [.. complete];
    }

    /// <summary>Settings are the model's own, and look like <c>Target</c> or <c>A:B</c>.</summary>
    private static bool IsKnown(string option) =>
        Options.Contains(option, StringComparer.OrdinalIgnoreCase) || char.IsAsciiLetterUpper(option[2]) || option.Contains(':', StringComparison.Ordinal);

    private static string Unknown(string option) =>
        $"There is no option {option}.{Spelling.Suggest(option, Options)} There are: {string.Join(", ", Options)}, and settings such as --Parameters:NAME VALUE.";
}

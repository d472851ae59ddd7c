using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>The command line of an AppHost: short names for configuration keys.</summary>
internal static class CommandLine
{
    public const string OperationKey = "AppHost:Operation";
    public const string PublisherKey = "Publishing:Publisher";
    public const string OutputPathKey = "Pipeline:OutputPath";
    public const string StepKey = "Pipeline:Step";
    public const string ListStepsKey = "Pipeline:ListSteps";

    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--operation"] = OperationKey,
        ["--publisher"] = PublisherKey,
        ["--output-path"] = OutputPathKey,
        ["--step"] = StepKey,
        ["--list-steps"] = ListStepsKey,
        ["--log-level"] = "Pipeline:LogLevel",
    };

    public static void AddTo(IConfigurationBuilder configuration, string[] args) => configuration.AddCommandLine(args, ShortNames);

    /// <exception cref="DistributedApplicationException">The operation is neither run nor publish.</exception>
    public static DistributedApplicationExecutionContext ReadOperation(IConfiguration configuration)
    {
        var publisher = configuration[PublisherKey];
        var operation = configuration[OperationKey] ?? (publisher is null ? "run" : "publish");
        return operation.ToUpperInvariant() switch
        {
            "RUN" => new(DistributedApplicationOperation.Run),
            "PUBLISH" => new(DistributedApplicationOperation.Publish, publisher ?? "default"),
            _ => throw new DistributedApplicationException($"--operation is '{operation}'; it can be run or publish."),
        };
    }
}

namespace RegressionAnalyzer.Manifests.Verification.Command;

internal enum ReportFormat
{
    Table,
    Json,
    Sarif,
}

/// <summary>What a person typed after <c>verify</c>.</summary>
internal sealed record VerifyArguments
{
    public const string Usage =
        """
        verify [PATH ...]            checks manifests: files, folders, or - for the standard input
          --rules                    lists the rules, or those given by id after it
          --kubernetes VERSION       the oldest release they must work on, 1.30 to 1.36
          --cluster                  has the API server of the kubeconfig check each object too, by a dry run
          --context NAME             the same, with that context of the kubeconfig
          --level LEVEL              fails on findings from this level up: info, warning (the default), error
          --format FORMAT            table (the default), json or sarif
          --output FILE              writes the report to a file; the table still goes to the console
          --enable RULE              turns on a rule that is off by default; all for every one
          --disable RULE             turns off a rule, or all of an origin such as polaris
          --width COLUMNS            width of the table

        """;

    public IReadOnlyList<string> Paths { get; init; } = [];

    public bool ListsRules { get; init; }

    public bool AsksForHelp { get; init; }

    public ReportFormat Format { get; init; }

    public string? Output { get; init; }

    public int? Width { get; init; }

    public VerifyOptions Options { get; init; } = new();

    /// <exception cref="ManifestException">An argument that there is not, or a value that is not allowed.</exception>
    public static VerifyArguments Parse(IReadOnlyList<string> args, VerifyOptions defaults)
    {
        var result = new VerifyArguments { Options = defaults };
        for (var i = 0; i < args.Count; i++)
        {
            var (name, inline) = Split(args[i]);
            string Value() => inline ?? (++i < args.Count ? args[i] : throw new ManifestException($"{name} needs a value.\n{Usage}"));
            result = name switch
            {
                "--rules" => result with { ListsRules = true },
                "--help" or "-h" => result with { AsksForHelp = true },
                "--kubernetes" => result with { Options = result.Options with { KubernetesVersion = KubernetesVersion.Parse(Value()) } },
                "--cluster" => result with { Options = result.Options with { Cluster = result.Options.Cluster ?? new() } },
                "--context" => result with { Options = result.Options with { Cluster = (result.Options.Cluster ?? new()) with { Context = Value() } } },
                "--level" => result with { Options = result.Options with { FailLevel = Choice<Severity>(name, Value()) } },
                "--format" => result with { Format = Choice<ReportFormat>(name, Value()) },
                "--output" => result with { Output = Value() },
                "--enable" => result with { Options = result.Options with { Enable = [.. result.Options.Enable, Value()] } },
                "--disable" => result with { Options = result.Options with { Disable = [.. result.Options.Disable, Value()] } },
                "--width" => result with { Width = int.TryParse(Value(), out var width) && width > 0 ? width : throw new ManifestException("--width needs a number of columns.") },
                ['-', _, ..] => throw new ManifestException($"There is no argument '{name}'.\n{Usage}"),
                _ => result with { Paths = [.. result.Paths, args[i]] },
            };
        }

        return result;
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static T Choice<T>(string name, string value)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => n.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : throw new ManifestException($"{name} is '{value}'. Allowed: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
}

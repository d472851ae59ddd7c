using RegressionAnalyzer.Manifests.Verification;
using RegressionAnalyzer.Manifests.Verification.Command;

namespace RegressionAnalyzer.AppHost.Commands;

/// <summary>Words a person types after <c>--</c>, for the step and the options they stand for.</summary>
internal static class Words
{
    /// <summary>The folder of the committed artifacts.</summary>
    public const string Published = "aspire-manifest";

    private const string Usage =
        """
        dotnet run --project src/AppHost [-- WORD [OPTIONS]]

          (no word)          runs the system on this machine
            --Port N           where it listens, 8000 by default; 0 is any free port
          publish            writes aspire-manifest/chart and aspire-manifest/k8s
            --check            writes nothing, prints how the folder differs from the model; exit code 1 if it does
            --output-path DIR  another folder than aspire-manifest
            --Target compose   writes aspire-manifest/compose in their place
          explain            says of each published field what put it there, and so where to change it
          verify [PATH ...]  checks the published manifests, or any others; verify --help has its options
          deploy             publishes, applies to the cluster of the kubeconfig, waits until the service answers
          destroy            takes it away again; the claims stay, and with them what was uploaded
            --yes              asks nothing before it changes the cluster
            --dry-run          has the API server check everything and keep nothing
            --context NAME, --namespace NAME, --timeout SECONDS
            --take-over        deploy: takes fields that another manager owns
            --remove-volumes   destroy: also the claims and the namespace

          --environment NAME with any of them: the settings of src/AppHost/appsettings.NAME.json
        """;

    private static readonly string[] Known = ["publish", "explain", "verify", "deploy", "destroy"];

    private static readonly Dictionary<string, string> Flags = new()
    {
        ["--yes"] = "--Deploy:Yes",
        ["--dry-run"] = "--Deploy:DryRun",
        ["--take-over"] = "--Deploy:TakeOver",
        ["--remove-volumes"] = "--Deploy:RemoveVolumes",
    };

    private static readonly Dictionary<string, string> Options = new()
    {
        ["--context"] = "--Deploy:Context",
        ["--namespace"] = "--Deploy:Namespace",
        ["--timeout"] = "--Deploy:Timeout",
    };

    /// <summary>Does what needs no model: help, and verifying files that are there.</summary>
    /// <returns>The exit code; null when the words ask for something else.</returns>
    public static int? Run(string[] args)
    {
        switch (args)
        {
            case ["verify", .. var rest]:
                return VerifyCommand.Run(rest, Path.Combine(Published, "k8s"), new VerifyOptions(), VerifyConsole.System);
            case ["help", ..]:
            case var _ when args.Contains("--help") || args.Contains("-h"):
                Console.WriteLine(Usage);
                return 0;
            case [var word, ..] when !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal) && !Known.Contains(word):
                Console.Error.WriteLine($"error: There is no word '{word}'. There are: {string.Join(", ", Known)}. --help says what they do, and their options.");
                return 1;
            default:
                return null;
        }
    }

    /// <summary>The arguments as the pipeline knows them; those without a word stay as they are.</summary>
    public static string[] Expand(string[] args) => args switch
    {
        ["publish", "--check", .. var rest] => [.. Step("check", ScratchFolder.Create()), .. rest.Select(a => a == "--output-path" ? "--Check:Folder" : a)],
        ["publish", .. var rest] => [.. Step("publish", Published), .. rest],
        ["explain" or "deploy" or "destroy", .. var rest] => [.. Step(args[0], ScratchFolder.Create()), .. rest.SelectMany(Option)],
        _ => args,
    };

    private static string[] Step(string step, string folder) => ["--operation", "publish", "--step", step, "--output-path", folder];

    private static string[] Option(string argument) =>
        Flags.TryGetValue(argument, out var flag) ? [flag, "true"] : [Options.GetValueOrDefault(argument, argument)];
}

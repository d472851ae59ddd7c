using RegressionAnalyzer.Manifests.Verification.Writing;

namespace RegressionAnalyzer.Manifests.Verification.Command;

/// <summary>The command <c>verify</c>: arguments in, report out, an exit code.</summary>
public static class VerifyCommand
{
    private const int DefaultWidth = 120;
    private const int Bad = 1;

    /// <summary>Arguments could not be understood, or there was nothing to read.</summary>
    private const int Misused = 2;

    /// <param name="args">What follows <c>verify</c>; its <see cref="VerifyArguments.Usage"/> says what there is.</param>
    /// <param name="defaultPath">What is verified when no path is given: the folder that publishing writes.</param>
    /// <param name="defaults">Options where the arguments give none: the model's own Kubernetes version.</param>
    /// <param name="console">Where table and messages go, and how wide it is.</param>
    /// <returns>0; 1 on findings of the fail level and above; 2 when the command was misused.</returns>
    public static int Run(IReadOnlyList<string> args, string defaultPath, VerifyOptions defaults, VerifyConsole console)
    {
        try
        {
            var arguments = VerifyArguments.Parse(args, defaults);
            if (arguments.AsksForHelp)
            {
                console.Output.Write(VerifyArguments.Usage);
                return 0;
            }

            return arguments.ListsRules ? ListRules(arguments, console) : Verify(arguments, defaultPath, console);
        }
        catch (ManifestException e)
        {
            console.Error.WriteLine(e.Message);
            return Misused;
        }
    }

    private static int Verify(VerifyArguments arguments, string defaultPath, VerifyConsole console)
    {
        IReadOnlyList<string> paths = arguments.Paths.Count > 0 ? arguments.Paths : [defaultPath];
        var report = ManifestVerifier.Verify(paths, console.Input, arguments.Options);
        var table = report.ToTable(arguments.Width ?? console.Width ?? DefaultWidth);
        var text = arguments.Format switch
        {
            ReportFormat.Json => report.ToJson(),
            ReportFormat.Sarif => report.ToSarif(),
            _ => table,
        };
        console.Output.Write(arguments.Output is null ? text : table);
        if (arguments.Output is { } file)
            Write(file, text);
        return report.Failed ? Bad : 0;
    }

    /// <summary>The rules of which a given text is the id or a part of it.</summary>
    private static int ListRules(VerifyArguments arguments, VerifyConsole console)
    {
        var rules = ManifestVerifier.Rules
            .Where(r => arguments.Paths.Count == 0 || arguments.Paths.Any(p => r.Origin.Title() == p || r.Ids.Any(id => id.Contains(p, StringComparison.OrdinalIgnoreCase))))
            .ToList();
        if (rules.Count == 0)
            throw new ManifestException($"There is no rule with '{string.Join("' or '", arguments.Paths)}' in its id.");
        console.Output.Write(RuleTable.Write(rules, arguments.Width ?? console.Width ?? DefaultWidth));
        return 0;
    }

    private static void Write(string file, string text)
    {
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException($"The report cannot be written to '{file}': {e.Message}", e);
        }
    }
}

/// <summary>Where a command reads and writes.</summary>
/// <param name="Width">Columns; null where the output is no terminal.</param>
public sealed record VerifyConsole(TextReader Input, TextWriter Output, TextWriter Error, int? Width)
{
    /// <summary>The process's own.</summary>
    public static VerifyConsole System => new(Console.In, Console.Out, Console.Error, Console.IsOutputRedirected ? null : SafeWidth());

    /// <summary>A terminal without a size says 0.</summary>
    private static int? SafeWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

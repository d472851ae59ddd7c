using System.Diagnostics;
using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Checking;

namespace Aspire.Hosting.Running;

/// <summary>
/// The assembly of a project. A referenced project was built with the AppHost, and is started without a call of MSBuild; one whose output is not
/// there, or that is known by its path only, is built first.
/// </summary>
internal sealed partial class ProjectOutput(ResourceNotificationService notifications, ResourceLoggerService logs) : IDisposable
{
    private const int ShownErrors = 3;

    /// <summary>One build at a time: two of them would write the output of a library they share.</summary>
    private readonly SemaphoreSlim _oneBuild = new(1, 1);

    private readonly Dictionary<string, string> _built = [];

    /// <exception cref="DistributedApplicationException">The project is not there, or does not build.</exception>
    public async Task<string> GetAsync(ProjectResource resource, string replicaId, CancellationToken cancellationToken)
    {
        var metadata = resource.GetProjectMetadata();
        if (metadata is IBuiltProjectMetadata { TargetPath: var target } && File.Exists(target))
        {
            return target;
        }

        await _oneBuild.WaitAsync(cancellationToken);
        try
        {
            if (_built.TryGetValue(metadata.ProjectPath, out var known))
            {
                return known;
            }

            await notifications.PublishUpdateAsync(resource, replicaId, s => s with { State = KnownResourceStates.Building });
            return _built[metadata.ProjectPath] = await BuildAsync(resource, metadata, replicaId, cancellationToken);
        }
        finally
        {
            _oneBuild.Release();
        }
    }

    /// <summary>Builds again, whatever there is.</summary>
    /// <exception cref="DistributedApplicationException">The project is not there, or does not build.</exception>
    public async Task RebuildAsync(ProjectResource resource, CancellationToken cancellationToken)
    {
        await _oneBuild.WaitAsync(cancellationToken);
        try
        {
            var metadata = resource.GetProjectMetadata();
            _built[metadata.ProjectPath] = await BuildAsync(resource, metadata, resource.Name, cancellationToken);
        }
        finally
        {
            _oneBuild.Release();
        }
    }

    public static string FolderOf(IProjectMetadata metadata) =>
        Directory.Exists(metadata.ProjectPath) ? metadata.ProjectPath : Path.GetDirectoryName(metadata.ProjectPath)!;

    public void Dispose() => _oneBuild.Dispose();

    private async Task<string> BuildAsync(ProjectResource resource, IProjectMetadata metadata, string replicaId, CancellationToken cancellationToken)
    {
        ProjectFile.Refuse(resource);

        // The property is asked for together with the target, which builds and then prints nothing else on the output.
        var start = new ProcessStartInfo(ProgramPath.Dotnet) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = FolderOf(metadata) };
        string[] arguments = ["build", metadata.ProjectPath, "--nologo", "-t:Build", "-getProperty:TargetPath", "-getProperty:OutputType"];
        Array.ForEach(arguments, start.ArgumentList.Add);
        List<string> lines = [];
        using var build = Process.Start(start)!;
        await using var stop = cancellationToken.Register(() => build.Kill(entireProcessTree: true));
        await Task.WhenAll(OutputLines.ReadAsync(build.StandardOutput, Keep), OutputLines.ReadAsync(build.StandardError, Keep), build.WaitForExitAsync(CancellationToken.None));
        cancellationToken.ThrowIfCancellationRequested();
        var output = string.Join('\n', lines);
        if (build.ExitCode == 0 && TargetPath().Match(output) is { Success: true } match && File.Exists(Unescaped(match)))
        {
            return Unescaped(match);
        }

        foreach (var line in lines)
        {
            logs.Append(replicaId, line, isError: true);
        }

        var errors = lines.Where(l => Error().IsMatch(l)).Select(l => l.Trim()).Distinct().ToList();
        throw new DistributedApplicationException(
            $"The project of '{resource.Name}' does not build. {string.Join(" | ", (errors.Count > 0 ? errors : lines).Take(ShownErrors))}"
            + $"{(errors.Count > ShownErrors ? $" | and {errors.Count - ShownErrors} more" : "")} Mend it, or see all with: dotnet build \"{metadata.ProjectPath}\"");

        void Keep(string line)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }

    /// <summary>The properties come as JSON, in which Windows' backslashes are doubled.</summary>
    private static string Unescaped(Match match) => match.Groups[1].Value.Replace(@"\\", @"\", StringComparison.Ordinal);

    [GeneratedRegex("\"TargetPath\": \"([^\"]+)\"")]
    private static partial Regex TargetPath();

    [GeneratedRegex(@"\berror [A-Z]+[0-9]+:|: error ")]
    private static partial Regex Error();
}

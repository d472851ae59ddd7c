using Aspire.Hosting.Docker.Resources;
using Aspire.Hosting.Publishing;
using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Docker;

/// <summary>The folder a Compose file is written to. The file is ours; of <c>.env</c> the values that a person filled in are theirs.</summary>
internal sealed class ComposeFolder(string path)
{
    public const string FileName = "docker-compose.yaml";
    public const string VariablesName = ".env";

    /// <summary>By its first line we know our own file.</summary>
    private const string Mark = "# Published from the Aspire model: the next publish replaces this file. Values go into .env beside it.\n";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="DistributedApplicationException">The folder holds a Compose file of somebody else. Nothing was changed.</exception>
    public void Replace(ComposeFile file, ComposeVariables variables)
    {
        var target = Path.Combine(path, FileName);
        if (File.Exists(target) && !File.ReadAllText(target).StartsWith(Mark, StringComparison.Ordinal))
        {
            throw new DistributedApplicationException(
                $"'{target}' was not written by an earlier publish, and would be replaced. Choose another folder with --output-path, or remove it.");
        }

        var text = YamlWriter.Write(ComposeYaml.Of(file));
        var used = variables.All.Where(v => text.Contains($"${{{v.Name}}}", StringComparison.Ordinal)).ToList();
        var earlier = Path.Combine(path, VariablesName);
        using var folder = new StagedFolder(path);
        folder.Write(new PublishedFile(FileName, Mark + text));
        folder.Write(
            new PublishedFile(VariablesName, VariablesFile.Write(used, File.Exists(earlier) ? File.ReadAllText(earlier) : "")),
            // Secrets are filled in here.
            OwnerOnly);
        folder.Commit();
    }
}

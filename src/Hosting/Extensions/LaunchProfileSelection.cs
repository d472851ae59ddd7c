using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Which of a project's launch profiles holds: the named one, else the one that the AppHost itself was launched with, else the first.</summary>
internal static class LaunchProfileSelection
{
    /// <summary>What <c>dotnet run</c> tells the AppHost of its own profile.</summary>
    private const string OwnProfileKey = "DOTNET_LAUNCH_PROFILE";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="wanted">The profile by name; null leaves the choice.</param>
    /// <exception cref="DistributedApplicationException">There is no such profile, or the file cannot be read.</exception>
    public static (string Name, LaunchProfile Profile)? Select(string resourceName, IProjectMetadata project, string? wanted, IConfiguration configuration)
    {
        var file = Path.Combine(FolderOf(project), "Properties", "launchSettings.json");
        var profiles = (project.LaunchSettings ?? Read(resourceName, file))?.Profiles ?? [];
        if (wanted is not null)
        {
            return profiles.TryGetValue(wanted, out var named) ? (wanted, named) : throw new DistributedApplicationException(
                $"The project of '{resourceName}' has no launch profile '{wanted}'. "
                + $"{(profiles.Count == 0 ? $"It has none: make them in {file}" : $"It has: {string.Join(", ", profiles.Keys)}")}.");
        }

        var own = configuration[OwnProfileKey];
        var usable = profiles.Where(p => string.Equals(p.Value.CommandName, "Project", StringComparison.OrdinalIgnoreCase)).ToList();
        var index = Math.Max(0, usable.FindIndex(p => p.Key == own));
        return usable.Count == 0 ? null : (usable[index].Key, usable[index].Value);
    }

    private static string FolderOf(IProjectMetadata project) =>
        Directory.Exists(project.ProjectPath) ? project.ProjectPath : Path.GetDirectoryName(project.ProjectPath) ?? "";

    private static LaunchSettings? Read(string resourceName, string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<LaunchSettings>(stream, Json);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException($"The launch profiles of '{resourceName}' cannot be read: {UnreadableFile.Describe(file, exception)}", exception);
        }
    }
}

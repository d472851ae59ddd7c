using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The files that the host reads its settings from: <c>appsettings.json</c>, that of the environment, and the user's secrets.</summary>
internal static class SettingsFiles
{
    /// <exception cref="DistributedApplicationException">One is there, but cannot be read.</exception>
    public static HostApplicationBuilder Read(HostApplicationBuilderSettings settings)
    {
        try
        {
            var host = new HostApplicationBuilder(settings);
            RefuseFolders(host.Configuration);
            return host;
        }
        catch (Exception exception) when (UnreadableFile.Describe(exception) is { } reason)
        {
            throw new DistributedApplicationException(reason, exception);
        }
    }

    /// <summary>All of these files may be missing, and .NET takes a folder of the name for a missing file: a mount that went wrong looks like that.</summary>
    private static void RefuseFolders(ConfigurationManager configuration)
    {
        foreach (var source in ((IConfigurationBuilder)configuration).Sources.OfType<FileConfigurationSource>())
        {
            if (source.Path is { } path && source.FileProvider?.GetFileInfo(path).PhysicalPath is { } file && Directory.Exists(file))
            {
                throw new DistributedApplicationException($"'{file}' is a folder; settings are read from a file of that name. Rename the folder, or put the file in its place.");
            }
        }
    }
}

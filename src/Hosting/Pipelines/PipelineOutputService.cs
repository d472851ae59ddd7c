using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Pipelines;

/// <summary>The folder of <c>--output-path</c>, relative to the current one; <c>aspire-output</c> beside the AppHost when there is none.</summary>
internal sealed class PipelineOutputService(IConfiguration configuration, DistributedApplicationModel model, AppHostFolder appHost)
    : IPipelineOutputService, IDisposable
{
    private const string DefaultFolder = "aspire-output";

    private readonly Lazy<DirectoryInfo> _temporary = new(() => Directory.CreateTempSubdirectory("aspire-"));

    public string GetOutputDirectory() => configuration[CommandLine.OutputPathKey] is { Length: > 0 } path
        ? Path.GetFullPath(path)
        : Path.Combine(appHost.Path, DefaultFolder);

    public string GetOutputDirectory(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return model.Resources.OfType<IComputeEnvironmentResource>().Take(2).Count() < 2
            ? GetOutputDirectory()
            : Path.Combine(GetOutputDirectory(), resource.Name);
    }

    public string GetTempDirectory() => _temporary.Value.FullName;

    public string GetTempDirectory(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Directory.CreateDirectory(Path.Combine(GetTempDirectory(), resource.Name)).FullName;
    }

    public void Dispose()
    {
        if (_temporary.IsValueCreated && Directory.Exists(_temporary.Value.FullName))
        {
            _temporary.Value.Delete(recursive: true);
        }
    }
}

/// <summary>The folder of the AppHost project.</summary>
internal sealed record AppHostFolder(string Path);

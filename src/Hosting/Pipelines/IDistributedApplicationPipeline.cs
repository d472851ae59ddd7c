using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.Pipelines;

/// <summary>The steps that publishing and deploying are made of.</summary>
[Experimental("ASPIREPIPELINES001")]
public interface IDistributedApplicationPipeline
{
    /// <param name="name">Its name on the command line.</param>
    /// <param name="action">What it does.</param>
    /// <param name="dependsOn">The steps before it: a name, several names, or a step.</param>
    /// <param name="requiredBy">The steps that need it: a name, several names, or a step.</param>
    void AddStep(string name, Func<PipelineStepContext, Task> action, object? dependsOn = null, object? requiredBy = null);

    void AddStep(PipelineStep step);
}

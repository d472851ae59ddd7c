using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Pipelines;

/// <summary>One step of publishing or deploying.</summary>
[Experimental("ASPIREPIPELINES001")]
public class PipelineStep
{
    /// <summary>Its name on the command line and in <c>dependsOn</c>.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required Func<PipelineStepContext, Task> Action { get; init; }

    /// <summary>The names of the steps that come before.</summary>
    public List<string> DependsOnSteps { get; init; } = [];

    /// <summary>The names of the steps that need this one.</summary>
    public List<string> RequiredBySteps { get; init; } = [];

    public List<string> Tags { get; init; } = [];

    /// <summary>The resource it works on, where it is one resource's.</summary>
    public IResource? Resource { get; set; }

    public void DependsOn(string stepName) => DependsOnSteps.Add(stepName);

    public void DependsOn(PipelineStep step) => DependsOnSteps.Add(step.Name);

    public void RequiredBy(string stepName) => RequiredBySteps.Add(stepName);

    public void RequiredBy(PipelineStep step) => RequiredBySteps.Add(step.Name);
}

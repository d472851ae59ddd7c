namespace Aspire.Hosting.Pipelines;

/// <summary>The steps in the order they were added.</summary>
internal sealed class DistributedApplicationPipeline : IDistributedApplicationPipeline
{
    private readonly List<PipelineStep> _steps = [];

    public IReadOnlyList<PipelineStep> Steps => _steps;

    public void AddStep(string name, Func<PipelineStepContext, Task> action, object? dependsOn = null, object? requiredBy = null) =>
        AddStep(new PipelineStep { Name = name, Action = action, DependsOnSteps = Names(dependsOn), RequiredBySteps = Names(requiredBy) });

    public void AddStep(PipelineStep step)
    {
        if (_steps.Any(s => s.Name == step.Name))
        {
            throw new InvalidOperationException($"There are two pipeline steps named '{step.Name}'. Give one of them another name.");
        }

        _steps.Add(step);
    }

    private static List<string> Names(object? steps) => steps switch
    {
        null => [],
        string name => [name],
        PipelineStep step => [step.Name],
        IEnumerable<string> names => [.. names],
        IEnumerable<PipelineStep> several => [.. several.Select(s => s.Name)],
        _ => throw new ArgumentException($"A step is named by a string, several strings, or a PipelineStep, not by a {steps.GetType().Name}.", nameof(steps)),
    };
}

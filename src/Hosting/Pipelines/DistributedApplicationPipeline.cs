namespace Aspire.Hosting.Pipelines;

/// <summary>The steps in the order they were added, after those that every application has.</summary>
internal sealed class DistributedApplicationPipeline : IDistributedApplicationPipeline
{
    private readonly List<PipelineStep> _steps = [.. WellKnownSteps.All];

    public IReadOnlyList<PipelineStep> Steps => _steps;

    public void AddStep(string name, Func<PipelineStepContext, Task> action, object? dependsOn = null, object? requiredBy = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        AddStep(new PipelineStep { Name = name, Action = action, DependsOnSteps = Names(dependsOn), RequiredBySteps = Names(requiredBy) });
    }

    public void AddStep(PipelineStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (_steps.Exists(s => s.Name == step.Name))
        {
            throw new InvalidOperationException(
                _steps.Exists(s => s.Name == step.Name && s.Action == WellKnownSteps.Nothing)
                    ? $"The pipeline step '{step.Name}' is there already. Give yours another name and say that it is requiredBy \"{step.Name}\"."
                    : $"There are two pipeline steps named '{step.Name}'. Give one of them another name.");
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
        _ => throw new ArgumentException($"A step is named by a string, several strings, or a PipelineStep, not by the type {steps.GetType().Name}.", nameof(steps)),
    };
}

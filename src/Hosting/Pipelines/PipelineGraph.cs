namespace Aspire.Hosting.Pipelines;

/// <summary>Which step comes before which: <c>dependsOn</c> and the others' <c>requiredBy</c> taken together.</summary>
internal sealed class PipelineGraph
{
    private readonly Dictionary<string, PipelineStep> _byName;
    private readonly Dictionary<PipelineStep, List<PipelineStep>> _before;

    /// <exception cref="DistributedApplicationException">A step names one that is not there, or steps wait for each other in a circle.</exception>
    public PipelineGraph(IReadOnlyList<PipelineStep> steps)
    {
        Steps = steps;
        _byName = steps.ToDictionary(s => s.Name);
        _before = steps.ToDictionary(s => s, _ => new List<PipelineStep>());
        foreach (var step in steps)
        {
            foreach (var name in step.DependsOnSteps)
            {
                Connect(Find(name, $"The step '{step.Name}' depends on"), step);
            }

            foreach (var name in step.RequiredBySteps)
            {
                Connect(step, Find(name, $"The step '{step.Name}' is required by"));
            }
        }

        var done = new HashSet<PipelineStep>();
        foreach (var step in steps)
        {
            RefuseCircles(step, [], done);
        }
    }

    public IReadOnlyList<PipelineStep> Steps { get; }

    /// <summary>The steps that come right before one.</summary>
    public IReadOnlyList<PipelineStep> Before(PipelineStep step) => _before[step];

    /// <exception cref="DistributedApplicationException">There is no step of that name.</exception>
    public PipelineStep Find(string name) => Find(name, "The step asked for is");

    /// <summary>The step and everything that comes before it.</summary>
    public IReadOnlySet<PipelineStep> Closure(PipelineStep step)
    {
        var found = new HashSet<PipelineStep>();
        Visit(step);
        return found;

        void Visit(PipelineStep next)
        {
            if (found.Add(next))
            {
                _before[next].ForEach(Visit);
            }
        }
    }

    private void Connect(PipelineStep earlier, PipelineStep later)
    {
        if (!_before[later].Contains(earlier))
        {
            _before[later].Add(earlier);
        }
    }

    private PipelineStep Find(string name, string what) => _byName.TryGetValue(name, out var step)
        ? step
        : throw new DistributedApplicationException($"{what} '{name}', which is not there.{Spelling.Suggest(name, _byName.Keys)} There are: {string.Join(", ", Steps.Select(s => s.Name))}.");

    private void RefuseCircles(PipelineStep step, List<PipelineStep> path, HashSet<PipelineStep> done)
    {
        if (path.IndexOf(step) is >= 0 and var start)
        {
            var circle = path.Skip(start).Append(step).Select(s => $"'{s.Name}'");
            throw new DistributedApplicationException($"Pipeline steps wait for each other in a circle: {string.Join(" waits for ", circle)}. Remove one of their dependsOn or requiredBy.");
        }

        if (done.Contains(step))
        {
            return;
        }

        path.Add(step);
        foreach (var earlier in _before[step])
        {
            RefuseCircles(earlier, path, done);
        }

        path.RemoveAt(path.Count - 1);
        done.Add(step);
    }
}

using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Checking;
using Aspire.Hosting.Publishing.Manifest;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Pipelines;

/// <summary>Runs the step that was asked for and those it depends on.</summary>
internal sealed class PipelineRunner(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext executionContext,
    DistributedApplicationPipeline pipeline,
    IConfiguration configuration,
    PipelineConsole console,
    ModelCheck check,
    IServiceProvider services)
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Interrupted = 130;

    /// <summary>How long steps may take to end after they were told to.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>The process's exit code: 0 done, 1 failed, 130 interrupted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var graph = new PipelineGraph(pipeline.Steps);
            var asked = configuration[CommandLine.StepKey];
            if (configuration.GetValue<bool>(CommandLine.ListStepsKey))
            {
                console.Say(PipelineTree.Draw(graph, asked is null ? null : graph.Find(asked)));
                return Done;
            }

            return await RunAsync(graph, graph.Find(asked ?? DefaultStep()), cancellationToken);
        }
        catch (DistributedApplicationException exception)
        {
            console.Fail(PipelineFailure.Describe(exception, console.Level));
            return Failed;
        }
    }

    /// <summary>Without <c>--step</c>: what the publisher stands for, and never more than publishing.</summary>
    private string DefaultStep() => executionContext.PublisherName switch
    {
        "default" => WellKnownPipelineSteps.Publish,
        ManifestPublisher.Name => ManifestPublisher.StepName,
        var other => throw new DistributedApplicationException($"--publisher is '{other}'; it can be default or {ManifestPublisher.Name}."),
    };

    private async Task<int> RunAsync(PipelineGraph graph, PipelineStep step, CancellationToken cancellationToken)
    {
        using var interruption = new Interruption(cancellationToken);
        check.Refuse();
        Endpoints.RefuseToAllocate(model);
        console.AlignFor(graph.Closure(step).Where(s => s.Action != WellKnownSteps.Nothing).Append(step));
        var clock = Stopwatch.StartNew();
        var context = new PipelineContext(model, executionContext, services, new StepLogger(new ReportingStep("pipeline", console), console.Level), interruption.Token);
        var execution = new PipelineExecution(graph, context, console);
        var run = execution.RunAsync(step);
        var ended = await Task.WhenAny(run, interruption.WaitAsync(Patience)) == run;
        if (interruption.Token.IsCancellationRequested && !(ended && await run))
        {
            console.Fail(ended ? $"'{step.Name}' was interrupted." : $"'{step.Name}' was interrupted; what it was doing did not end within {Patience.TotalSeconds:0} s.");
            return Interrupted;
        }

        if (!await run)
        {
            return Failed;
        }

        Summarize(step, execution, context.Summary, clock.Elapsed);
        return Done;
    }

    private void Summarize(PipelineStep step, PipelineExecution execution, PipelineSummary summary, TimeSpan duration)
    {
        if (execution.Ran == 0)
        {
            console.Say(step.Name, "nothing to do: no step is required by it");
        }
        else if (step.Action == WellKnownSteps.Nothing)
        {
            console.Say(step.Name, $"done {PipelineConsole.Took(duration)}");
        }

        if (summary.Items is [_, ..] items)
        {
            var width = items.Max(i => i.Key.Length);
            console.Say("\n" + string.Join('\n', items.Select(i => $"  {i.Key.PadRight(width)}  {i.Value}")));
        }
    }
}

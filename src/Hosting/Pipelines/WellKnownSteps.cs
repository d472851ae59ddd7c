using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing.Manifest;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Pipelines;

/// <summary>The steps that every application has; most of them do nothing but gather what others say they are required by.</summary>
internal static class WellKnownSteps
{
    /// <summary>Publishing needs no parameter's value, so it does not depend on <c>process-parameters</c>: deploying does.</summary>
    public static IReadOnlyList<PipelineStep> All =>
    [
        Gather(WellKnownPipelineSteps.Publish, "Writes the artifacts of every environment.", WellKnownPipelineSteps.PublishPrereq),
        Gather(WellKnownPipelineSteps.PublishPrereq, "Comes before anything is published."),
        Gather(WellKnownPipelineSteps.Build, "Builds what the resources run as.", WellKnownPipelineSteps.BuildPrereq),
        Gather(WellKnownPipelineSteps.BuildPrereq, "Comes before anything is built."),
        Gather(WellKnownPipelineSteps.Push, "Pushes images to their registries.", WellKnownPipelineSteps.PushPrereq),
        Gather(WellKnownPipelineSteps.PushPrereq, "Comes before anything is pushed."),
        Gather(WellKnownPipelineSteps.Deploy, "Puts the application into every environment.", WellKnownPipelineSteps.DeployPrereq),
        Gather(WellKnownPipelineSteps.DeployPrereq, "Comes before anything is deployed.", WellKnownPipelineSteps.ProcessParameters),
        Gather(WellKnownPipelineSteps.Destroy, "Takes the application out of every environment.", WellKnownPipelineSteps.DestroyPrereq),
        Gather(WellKnownPipelineSteps.DestroyPrereq, "Comes before anything is destroyed."),
        Gather(WellKnownPipelineSteps.BeforeStart, "Comes before the application starts."),
        new()
        {
            Name = WellKnownPipelineSteps.ProcessParameters,
            Description = "Makes sure that every parameter has a value.",
            Action = ProcessParameters,
        },
        new()
        {
            Name = WellKnownPipelineSteps.Diagnostics,
            Description = "Shows the steps and what comes before what; also --list-steps.",
            Action = context =>
            {
                context.Services.GetRequiredService<PipelineConsole>().Say(PipelineTree.Draw(
                    new PipelineGraph(context.Services.GetRequiredService<DistributedApplicationPipeline>().Steps), root: null));
                return Task.CompletedTask;
            },
        },
        ManifestPublisher.Step,
    ];

    /// <summary>The action of a step that only gathers others.</summary>
    public static Task Nothing(PipelineStepContext context) => Task.CompletedTask;

    private static PipelineStep Gather(string name, string description, params string[] dependsOn) =>
        new() { Name = name, Description = description, Action = Nothing, DependsOnSteps = [.. dependsOn] };

    private static Task ProcessParameters(PipelineStepContext context)
    {
        var missing = new List<string>();
        foreach (var parameter in context.Model.Resources.OfType<ParameterResource>())
        {
            try
            {
                _ = parameter.Value;
            }
            catch (MissingParameterValueException exception)
            {
                missing.Add(exception.Message);
            }
        }

        return missing.Count == 0 ? Task.CompletedTask : throw new DistributedApplicationException(string.Join('\n', missing));
    }
}

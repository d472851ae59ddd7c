using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.Examples.Everything;

internal static class Steps
{
    public static void Add(IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsRunMode)
        {
            return;
        }

        var count = new PipelineStep { Name = "count", Description = "Counts the resources.", Action = CountAsync, Tags = ["inspect"] };
        count.RequiredBy(WellKnownPipelineSteps.Publish);
        builder.Pipeline.AddStep(count);
        var look = new PipelineStep { Name = "look", Action = Looks.LookAsync, Resource = builder.Resources[0] };
        var sum = new PipelineStep { Name = "sum", Action = context => Looks.SumAsync(context, look), RequiredBySteps = ["describe"] };
        look.DependsOn(count);
        look.DependsOn(WellKnownPipelineSteps.PublishPrereq);
        look.RequiredBy(sum);
        builder.Pipeline.AddStep(look);
        builder.Pipeline.AddStep(sum);
        builder.Pipeline.AddStep("describe", DescribeAsync, dependsOn: count, requiredBy: new[] { WellKnownPipelineSteps.Publish });
    }

    private static async Task CountAsync(PipelineStepContext context)
    {
        await using var task = await context.ReportingStep.CreateTaskAsync("counting", context.CancellationToken);
        await task.UpdateAsync("counting resources", context.CancellationToken);
        await task.CompleteAsync($"{context.Model.Resources.Count} resources", CompletionState.Completed, context.CancellationToken);
    }

    private static async Task DescribeAsync(PipelineStepContext context)
    {
        foreach (var resource in context.Model.Resources.OfType<ProjectResource>())
        {
            var mounts = resource.TryGetContainerMounts(out var found) ? string.Join(",", found.Select(m => m.Target)) : "none";
            var last = resource.TryGetLastAnnotation<EndpointAnnotation>(out var endpoint) ? endpoint.Name : "none";
            context.Logger.LogInformation(
                "{Resource}: {Replicas} replicas, mounts {Mounts}, endpoints {Endpoints}, last {Last}, {Project}",
                resource.Name, resource.GetReplicaCount(), mounts, string.Join(",", resource.GetEndpoints().Select(e => e.EndpointName)), last,
                Path.GetFileName(resource.GetProjectMetadata().ProjectPath));
        }

        var folder = context.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory();
        context.Summary.Add("Output", Path.GetFileName(folder));
        await context.ReportingStep.CompleteAsync("described", CompletionState.Completed, context.CancellationToken);
    }
}

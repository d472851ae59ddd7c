using Aspire.Hosting.Docker;
using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.Examples.Everything;

/// <summary>What a step may ask of the pipeline it runs in.</summary>
internal static class Looks
{
    public static async Task LookAsync(PipelineStepContext context)
    {
        var whole = context.PipelineContext;
        whole.CancellationToken.ThrowIfCancellationRequested();
        whole.Logger.LogInformation(
            "{SameModel} {SameServices} {Publishing} {StepPublishing}",
            whole.Model == context.Model, whole.Services == context.Services, whole.ExecutionContext.IsPublishMode, context.ExecutionContext.Operation);
        var output = whole.Services.GetRequiredService<IPipelineOutputService>();
        var temporary = output.GetTempDirectory();
        whole.Logger.LogInformation(
            "one environment writes to the folder itself: {Same}; temporary folders exist: {Exist} {OfItsOwn}",
            output.GetOutputDirectory(context.Model.Resources[0]) == output.GetOutputDirectory(),
            Directory.Exists(temporary), Directory.Exists(output.GetTempDirectory(context.Model.Resources[0])));
        whole.Logger.LogInformation(
            "changed for Compose: {Names}",
            string.Join(",", whole.Model.Resources.Where(r => r.TryGetLastAnnotation<DockerComposeServiceCustomizationAnnotation>(out var a) && a.Configure is not null).Select(r => r.Name)));
        whole.Summary.Add("Looked", "closely");
        await using var task = await context.ReportingStep.CreateTaskAsync("looking");
        context.ReportingStep.Log(LogLevel.Information, "nothing is amiss");
        await task.CompleteAsync("looked twice", CompletionState.CompletedWithWarning);
    }

    public static Task SumAsync(PipelineStepContext context, PipelineStep look)
    {
        context.Logger.LogInformation(
            "{Name} of {Resource} comes after {Before} and before {After}; it said {Said}",
            look.Name, look.Resource?.Name, string.Join(",", look.DependsOnSteps), string.Join(",", look.RequiredBySteps),
            string.Join(",", context.Summary.Items.Select(i => $"{i.Key} {i.Value} {i.EnableMarkdown}")));
        return Task.CompletedTask;
    }
}

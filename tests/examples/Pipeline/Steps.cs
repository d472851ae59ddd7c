using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.Examples.Pipeline;

internal static class Steps
{
    public static void AddSucceedingSteps(this IDistributedApplicationBuilder builder)
    {
        builder.Pipeline.AddStep("first", _ => Task.CompletedTask);
        builder.Pipeline.AddStep("second", WriteWithTask, dependsOn: "first", requiredBy: "third");
        builder.Pipeline.AddStep("third", context => context.ReportingStep.CompleteAsync("three in a row"), dependsOn: new[] { "first" });
        var meeting = new Barrier(participantCount: 2);
        builder.Pipeline.AddStep("left", _ => MeetAsync(meeting));
        builder.Pipeline.AddStep("right", _ => MeetAsync(meeting));
        builder.Pipeline.AddStep("both", _ => Task.CompletedTask, dependsOn: new[] { "left", "right" });
    }

    public static void AddFailingSteps(this IDistributedApplicationBuilder builder)
    {
        builder.Pipeline.AddStep("full-disk", _ => throw new IOException("There is no space left on the device."));
        builder.Pipeline.AddStep("after-full-disk", _ => Task.CompletedTask, dependsOn: "full-disk");
        builder.Pipeline.AddStep("mistake", _ => throw new KeyNotFoundException("The given key 'x' was not present."));
        builder.Pipeline.AddStep("says-error", context => context.ReportingStep.CompleteAsync("two findings", CompletionState.CompletedWithError));
        builder.Pipeline.AddStep("says-warning", context => context.ReportingStep.CompleteAsync("one finding", CompletionState.CompletedWithWarning));
    }

    public static void AddWaitingSteps(this IDistributedApplicationBuilder builder)
    {
        builder.Pipeline.AddStep("waits", async context =>
        {
            context.ReportingStep.Log(LogLevel.Information, "waiting");
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        });
        builder.Pipeline.AddStep("deaf", async context =>
        {
            context.ReportingStep.Log(LogLevel.Information, "waiting");
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        });
        builder.Pipeline.AddStep("asks-for-password", async context =>
            await context.Model.Resources.OfType<ParameterResource>().Single().GetValueAsync(context.CancellationToken));
        builder.Pipeline.AddStep("asks-for-address", async context =>
            await context.Model.Resources.OfType<ProjectResource>().Single().GetEndpoint("http").GetValueAsync(context.CancellationToken));
    }

    /// <summary>Never awaits: only a step beside it, on another thread, can let it go on.</summary>
    private static Task MeetAsync(Barrier meeting) => meeting.SignalAndWait(TimeSpan.FromSeconds(20))
        ? Task.CompletedTask
        : throw new TimeoutException("Nobody ran beside this step.");

    private static async Task WriteWithTask(PipelineStepContext context)
    {
        await using var task = await context.ReportingStep.CreateTaskAsync("counting", context.CancellationToken);
        context.Logger.LogInformation("counting to {Number}", 2);
        context.Logger.LogDebug("details for those who ask");
        await task.CompleteAsync("counted to two");
        context.Summary.Add("Result", "two");
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>What resources write, and what others write about them.</summary>
internal static class LogReport
{
    public static async Task WriteAsync(DistributedApplication application, Model model)
    {
        var logs = application.Services.GetRequiredService<ResourceLoggerService>();
        logs.GetLogger(model.Drawer.Resource).LogInformation("opened");
        logs.GetLogger("drawer").LogError("stuck");
        await foreach (var batch in logs.GetAllAsync(model.Drawer.Resource))
        {
            Report.Write("log", [.. batch.Select(l => $"{l.LineNumber} {l.Content} {l.IsErrorMessage}")]);
        }

        await foreach (var batch in logs.WatchAsync("drawer"))
        {
            Report.Write("followed", batch.Count);
            break;
        }

        await foreach (var batch in logs.WatchAsync(model.Job.Resource))
        {
            Report.Write("log of the job", Version.TryParse(batch[0].Content.Split('-')[0], out _));
            break;
        }

        await foreach (var batch in logs.GetAllAsync("service-2"))
        {
            Report.Write("said while it was started", batch.Any(l => l.Content.Contains("Variables of service.", StringComparison.Ordinal)),
                batch.Any(l => l.Content.Contains("Arguments of service.", StringComparison.Ordinal)));
        }
    }
}

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>Commands of the model and of the host, and what comes of them.</summary>
internal static class CommandReport
{
    public static async Task WriteAsync(DistributedApplication application, Model model)
    {
        var commands = application.ResourceCommands;
        foreach (var name in new[] { "greet", "break", "refuse", "cancel", "ask" })
        {
            Write(name, await commands.ExecuteCommandAsync("service", name));
        }

        Write("stop", await commands.ExecuteCommandAsync("service-1", KnownResourceCommands.StopCommand));
        Write("start", await commands.ExecuteCommandAsync("service-1", KnownResourceCommands.StartCommand));
        Write("restart", await commands.ExecuteCommandAsync(model.Service.Resource, KnownResourceCommands.RestartCommand));
        Write("run the job", await commands.ExecuteCommandAsync(model.Job.Resource, KnownResourceCommands.StartCommand));
        await application.ResourceNotifications.WaitForResourceAsync("job", KnownResourceStates.TerminalStates);
        Report.Write("rebuild", KnownResourceCommands.RebuildCommand);
    }

    private static void Write(string name, ExecuteCommandResult result) => Report.Write($"command {name}", result.Success, result.Canceled, result.Message, result.ErrorMessage);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>Commands that end in each way there is.</summary>
internal static class Commands
{
    public static void AddTo(IResourceBuilder<ProjectResource> service) => service
        .WithCommand("greet", "Greet", Greet, new CommandOptions
        {
            Description = "Says hello.",
            ConfirmationMessage = "Really?",
            IconName = "Hand",
            IconVariant = IconVariant.Filled,
            IsHighlighted = true,
            UpdateState = OnlyWhileRunning,
        })
        .WithCommand("break", "Break", _ => Task.FromResult(CommandResults.Failure(new InvalidOperationException("It broke."))))
        .WithCommand("refuse", "Refuse", _ => Task.FromResult(new ExecuteCommandResult { Success = false, ErrorMessage = "Not today." }))
        .WithCommand("cancel", "Cancel", _ => Task.FromResult(CommandResults.Canceled()))
        .WithHttpCommand("/id", "Ask", endpointName: "http", commandName: "ask", commandOptions: new HttpCommandOptions
        {
            Method = HttpMethod.Post,
            PrepareRequest = context =>
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                context.Request.Headers.Add("X-Asked", $"{context.ResourceName} {context.Endpoint.EndpointName} {context.HttpClient.Timeout} {context.Services == context.ServiceProvider}");
                return Task.CompletedTask;
            },
            GetCommandResult = async context => new ExecuteCommandResult
            {
                Success = context.Response.IsSuccessStatusCode && context.HttpClient is not null && context.Services == context.ServiceProvider,
                Message = $"{context.ResourceName} {context.Endpoint.EndpointName}: "
                    + (await context.Response.Content.ReadAsStringAsync(context.CancellationToken))[..^1],
            },
        });

    private static Task<ExecuteCommandResult> Greet(ExecuteCommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context.Services);
        context.Logger.LogInformation("Greeted by {Resource}.", context.ResourceName);
        var resources = context.ServiceProvider.GetRequiredService<DistributedApplicationModel>().Resources.Count;
        return Task.FromResult(new ExecuteCommandResult { Success = !context.CancellationToken.IsCancellationRequested, Message = $"{resources} resources" });
    }

    private static ResourceCommandState OnlyWhileRunning(UpdateCommandStateContext context) =>
        context.Services != context.ServiceProvider || context.ResourceSnapshot.State?.Text != KnownResourceStates.Running ? ResourceCommandState.Hidden : ResourceCommandState.Enabled;
}

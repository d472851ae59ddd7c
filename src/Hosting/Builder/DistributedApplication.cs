using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The application, ready to run or to publish.</summary>
public class DistributedApplication(IHost host) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => host.Services;

    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => CreateBuilder(new DistributedApplicationOptions { Args = args });

    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new DistributedApplicationBuilder(options);
    }

    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Runs until it is stopped, or publishes and ends. The process then ends with exit code 0 when all was done, 1 when something failed,
    /// 130 when it was interrupted.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await using (this)
        {
            if (Services.GetRequiredService<DistributedApplicationExecutionContext>().IsRunMode)
            {
                await host.RunAsync(cancellationToken);
            }
            else
            {
                Environment.ExitCode = await Services.GetRequiredService<PipelineRunner>().RunAsync(cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => host.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public void Dispose()
    {
        host.Dispose();
        GC.SuppressFinalize(this);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        host.Dispose();
        GC.SuppressFinalize(this);
    }
}

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The application, ready to run or to publish.</summary>
public class DistributedApplication(IHost host) : IHost, IAsyncDisposable
{
    private bool _isStarted;

    public IServiceProvider Services => host.Services;

    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    /// <summary>The test that owns the application, where one does.</summary>
    internal TestRun? Test { get; init; }

    /// <summary>Whether the caller is the AppHost's own entry point, while a test starts and ends the application in its place.</summary>
    private bool IsEntryPointUnderTest => Test is not null && ReferenceEquals(TestRun.Current, Test);

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
        if (IsEntryPointUnderTest)
        {
            await Test!.Ended;
            return;
        }

        await using (this)
        {
            if (Services.GetRequiredService<DistributedApplicationExecutionContext>().IsPublishMode)
            {
                Environment.ExitCode = await Services.GetRequiredService<PipelineRunner>().RunAsync(cancellationToken);
                return;
            }

            // A start that fails is stopped in order before anything is disposed: a part that has started may still be using the others.
            await StartAsync(cancellationToken);
            await host.WaitForShutdownAsync(cancellationToken);
            _isStarted = false;
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (IsEntryPointUnderTest)
        {
            await Test!.Started.WaitAsync(cancellationToken);
            return;
        }

        // Where one of them cannot even be made, there is nothing yet that would have to stop.
        _ = Services.GetRequiredService<IEnumerable<IHostedService>>();
        _isStarted = true;
        await host.StartAsync(cancellationToken);
        Test?.HasStarted();
    }

    public Task StopAsync(CancellationToken cancellationToken = default)
    {
        _isStarted = false;
        return host.StopAsync(cancellationToken);
    }

    public void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (IsEntryPointUnderTest)
        {
            return;
        }

        if (_isStarted)
        {
            await StopAsync();
        }

        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }

        if (Test is { } test)
        {
            await test.EndAsync();
        }
    }
}

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>A model of one test, started; what it leaves behind when it ends is a failure of the test.</summary>
internal sealed class Started : IAsyncDisposable
{
    public const string Service = "service";

    /// <summary>Far above what anything here takes, so that only a hang is caught by it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly IDistributedApplicationTestingBuilder _builder;
    private readonly RecordedScreen _screen;

    private Started(IDistributedApplicationTestingBuilder builder, DistributedApplication application, RecordedScreen screen)
    {
        _builder = builder;
        Application = application;
        _screen = screen;
        Mark = application.Services.GetRequiredService<Watchdog>().Mark;
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public DistributedApplication Application { get; }

    public string Mark { get; }

    public ResourceLoggerService Logs => Application.Services.GetRequiredService<ResourceLoggerService>();

    /// <summary>What the person at the console has read so far.</summary>
    public string Console => _screen.Text;

    public static async Task<Started> StartAsync(Action<IDistributedApplicationTestingBuilder> model, RunOptions? options = null, params string[] args)
    {
        var builder = DistributedApplicationTestingBuilder.Create(args);
        model(builder);
        if (options is not null)
        {
            builder.Services.AddSingleton(options);
        }

        var screen = new RecordedScreen();
        builder.Services.AddSingleton<IScreen>(screen);
        var started = new Started(builder, await builder.BuildAsync(Cancellation), screen);
        try
        {
            await started.Application.StartAsync(Cancellation).WaitAsync(Longest, Cancellation);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>The test's own service, healthy.</summary>
    public static async Task<Started> StartServiceAsync(
        int replicas = 1, Action<IResourceBuilder<ProjectResource>>? configure = null, RunOptions? options = null)
    {
        var started = await StartAsync(builder => AddService(builder, replicas, configure), options);
        await started.HealthyAsync(Service);
        return started;
    }

    public static IResourceBuilder<ProjectResource> AddService(
        IDistributedApplicationBuilder builder, int replicas = 1, Action<IResourceBuilder<ProjectResource>>? configure = null)
    {
        var service = builder.AddProject<Projects.Hosting_TestService>(Service, launchProfileName: null)
            .WithHttpEndpoint()
            .WithReplicas(replicas)
            .WithHttpHealthCheck("/health");
        configure?.Invoke(service);
        return service;
    }

    public Task<ResourceEvent> HealthyAsync(string resource) =>
        Application.ResourceNotifications.WaitForResourceHealthyAsync(resource, Cancellation).WaitAsync(Longest, Cancellation);

    public Task StateAsync(string resource, string state) =>
        Application.ResourceNotifications.WaitForResourceAsync(resource, state, Cancellation).WaitAsync(Longest, Cancellation);

    public Task<ResourceEvent> ChangeAsync(string resource, Func<CustomResourceSnapshot, bool> fits) =>
        Application.ResourceNotifications.WaitForResourceAsync(resource, e => fits(e.Snapshot), Cancellation).WaitAsync(Longest, Cancellation);

    public CustomResourceSnapshot Now(string resourceId) =>
        Application.ResourceNotifications.TryGetCurrentState(resourceId, out var known) ? known.Snapshot : throw new InvalidOperationException($"No {resourceId}.");

    /// <summary>Waits until the console has said it.</summary>
    public Task SaysAsync(string text) => _screen.SaysAsync(text);

    /// <summary>Waits until the replica has written the line.</summary>
    public async Task LineAsync(string resourceId, string line)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Longest);
        await foreach (var batch in Logs.WatchAsync(resourceId).WithCancellation(limit.Token))
        {
            if (batch.Any(l => l.Content == line))
            {
                return;
            }
        }
    }

    public int ProcessId(string resourceId) => (int)Now(resourceId).Properties.Single(p => p.Name == ResourceProperty.ProcessId).Value!;

    /// <summary>A client that goes to one replica, past the proxy.</summary>
    public HttpClient Direct(string resourceId) => new() { BaseAddress = new Uri(Now(resourceId).Urls.First(u => u.IsInternal).Url) };

    /// <summary>A client that repeats nothing and keeps no connection, so that each request shows what the proxy does.</summary>
    public HttpClient Plain() => new() { BaseAddress = Application.GetEndpoint(Service) };

    public async Task<ExecuteCommandResult> CommandAsync(string resourceId, string command) =>
        await Application.ResourceCommands.ExecuteCommandAsync(resourceId, command, Cancellation).WaitAsync(Longest, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await _builder.DisposeAsync();
        Assert.Empty(MarkedProcesses.Of(Mark));
    }
}

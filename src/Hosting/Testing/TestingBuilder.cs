using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

internal sealed class TestingBuilder : IDistributedApplicationTestingBuilder
{
    private readonly DistributedApplicationBuilder _builder;
    private readonly TestRun _run;
    private Task<DistributedApplication>? _application;

    public TestingBuilder(DistributedApplicationBuilder builder, TestRun run)
    {
        _builder = builder;
        _run = run;
        TestClients.AddTo(builder.Services);

        // Ctrl+C is for the test runner.
        builder.Services.AddSingleton<IHostLifetime, TestLifetime>();
    }

    public ConfigurationManager Configuration => _builder.Configuration;

    public string AppHostDirectory => _builder.AppHostDirectory;

    public Assembly? AppHostAssembly => _builder.AppHostAssembly;

    public IHostEnvironment Environment => _builder.Environment;

    public IServiceCollection Services => _builder.Services;

    public DistributedApplicationExecutionContext ExecutionContext => _builder.ExecutionContext;

    public IResourceCollection Resources => _builder.Resources;

    public IDistributedApplicationPipeline Pipeline => _builder.Pipeline;

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource => _builder.AddResource(resource);

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => _builder.CreateResourceBuilder(resource);

    public DistributedApplication Build() => BuildAsync().GetAwaiter().GetResult();

    public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default)
    {
        if (_application is null && _run.AppHostAssembly is null)
        {
            _builder.Build();
        }

        return _application ??= _run.BuildAsync(cancellationToken);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (_application is { IsCompletedSuccessfully: true })
        {
            await (await _application).DisposeAsync();
        }

        await _run.EndAsync();
    }

    private sealed class TestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

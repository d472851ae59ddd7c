using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Checking;
using Aspire.Hosting.Dashboard.Host;
using Aspire.Hosting.Pipelines;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;
    private readonly DistributedApplicationPipeline _pipeline = new();
    private readonly ResourceCollection _resources = [];
    private readonly CommandLineSource _commandLine;
    private readonly TestRun? _test;

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        _test = options.Test ?? TestRun.Current;
        AppHostAssembly = options.AssemblyName is { } name ? Assembly.Load(name) : _test?.AppHostAssembly ?? Assembly.GetEntryAssembly();
        string[] args = [.. _test?.Args ?? [], .. options.Args ?? []];
        var projectDirectory = AppHostProjectDirectory(AppHostAssembly);
        if (projectDirectory is not null && AppHostAssembly == Assembly.GetEntryAssembly())
        {
            MainFailure.ExplainInOneLine(args);
        }

        AppHostDirectory = Path.GetFullPath(options.ProjectDirectory ?? projectDirectory ?? Directory.GetCurrentDirectory());
        _host = SettingsFiles.Read(new HostApplicationBuilderSettings
        {
            // The arguments are added below, with our short names for them.
            Args = null,
            ApplicationName = AppHostAssembly?.GetName().Name,
            ContentRootPath = AppHostDirectory,
            Configuration = HostConfiguration(args),
        });
        _commandLine = CommandLine.AddTo(_host.Configuration, args);
        ExecutionContext = CommandLine.ReadOperation(_host.Configuration);
        _ = CommandLine.ReadLogLevel(_host.Configuration);
        _host.Services
            .AddSingleton(options)
            .AddSingleton(ExecutionContext)
            .AddSingleton(new DistributedApplicationModel((IResourceCollection)_resources))
            .AddSingleton(_pipeline)
            .AddSingleton<ModelCheck>()
            .AddSingleton<ResourceNotificationService>()
            .AddSingleton<ResourceLoggerService>()
            .AddSingleton<ResourceCommandService>();
        if (ExecutionContext.IsRunMode)
        {
            _host.Services
                .AddDashboard(DashboardSettings.Read(_host.Configuration, options, _test))
                .AddRunMode(isUnderTest: _test is not null);
        }
        else
        {
            _host.Services.AddPublishMode(AppHostDirectory);
        }
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public string AppHostDirectory { get; }

    public Assembly? AppHostAssembly { get; }

    public IHostEnvironment Environment => _host.Environment;

    public IServiceCollection Services => _host.Services;

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IResourceCollection Resources => _resources;

    public IDistributedApplicationPipeline Pipeline => _pipeline;

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        _resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        _test?.Modelled(this);
        CommandLine.RefuseUnknown(_commandLine);
        var application = new DistributedApplication(_host.Build()) { Test = _test };
        ExecutionContext.ServiceProvider = application.Services;
        _test?.Built(application);
        return application;
    }

    /// <summary>The host's own settings (environment, content root) come before the application's, from variables and arguments alike.</summary>
    private static ConfigurationManager HostConfiguration(string[] args)
    {
        var configuration = new ConfigurationManager();
        // Nothing of the model is read twice, and watching the files costs every start more than reading them.
        configuration.AddInMemoryCollection([new("hostBuilder:reloadConfigOnChange", "false")]);
        configuration.AddEnvironmentVariables("DOTNET_");
        CommandLine.AddTo(configuration, args);
        return configuration;
    }

    private static string? AppHostProjectDirectory(Assembly? assembly) =>
        assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "AppHostProjectPath")?.Value;
}

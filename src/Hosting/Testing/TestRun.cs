using System.Reflection;

namespace Aspire.Hosting.Testing;

/// <summary>
/// Where a test and the AppHost it runs meet. The AppHost's entry point runs as it is, on a thread of its own; it stops at Build() until the test
/// asks for the application, and at Run() until the test is done with it.
/// </summary>
internal sealed class TestRun(Assembly? appHostAssembly, string[] args)
{
    private static readonly AsyncLocal<TestRun?> CurrentRun = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> _modelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _entryPointLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The test on whose behalf the current code, an AppHost's entry point, runs.</summary>
    public static TestRun? Current => CurrentRun.Value;

    public Assembly? AppHostAssembly { get; } = appHostAssembly;

    /// <summary>Before the AppHost's own, which therefore win.</summary>
    public string[] Args { get; } = args;

    public Task Started => _started.Task;

    public Task Ended => _ended.Task;

    /// <summary>Runs the entry point until it calls Build().</summary>
    /// <exception cref="DistributedApplicationException">It ended without doing so.</exception>
    public async Task<DistributedApplicationBuilder> RunEntryPointAsync(MethodInfo entryPoint, string[] arguments, CancellationToken cancellationToken)
    {
        var thread = new Thread(() => RunEntryPoint(entryPoint, arguments)) { IsBackground = true, Name = $"{entryPoint.Module.Name} under test" };
        thread.Start();
        try
        {
            return await _modelled.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await EndAsync();
            throw;
        }
    }

    /// <summary>Called by the entry point: the model is complete.</summary>
    public void Modelled(DistributedApplicationBuilder builder)
    {
        if (ReferenceEquals(Current, this))
        {
            _modelled.TrySetResult(builder);
            _mayBuild.Task.GetAwaiter().GetResult();
        }
    }

    public void Built(DistributedApplication application) => _built.TrySetResult(application);

    /// <summary>Called by the test: lets the entry point's Build() go on.</summary>
    public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        _mayBuild.TrySetResult();
        return _built.Task.WaitAsync(cancellationToken);
    }

    public void HasStarted() => _started.TrySetResult();

    /// <summary>Lets the entry point go on to its end, and waits for that.</summary>
    public async Task EndAsync()
    {
        _mayBuild.TrySetException(new OperationCanceledException("The test did not want the application."));
        _started.TrySetResult();
        _ended.TrySetResult();
        if (_modelled.Task.IsCompleted && AppHostAssembly is not null)
        {
            await _entryPointLeft.Task;
        }
    }

    private void RunEntryPoint(MethodInfo entryPoint, string[] arguments)
    {
        CurrentRun.Value = this;
        try
        {
            entryPoint.Invoke(null, entryPoint.GetParameters().Length == 0 ? null : [arguments]);
            Fail(new DistributedApplicationException($"The entry point of {entryPoint.Module.Name} ended without building an application."));
        }
        catch (TargetInvocationException exception)
        {
            Fail(exception.InnerException ?? exception);
        }
        finally
        {
            _entryPointLeft.TrySetResult();
        }
    }

    /// <summary>To whichever step of the test waits for it.</summary>
    private void Fail(Exception exception)
    {
        if (!_modelled.TrySetException(exception))
        {
            _built.TrySetException(exception);
        }

        _ = _modelled.Task.Exception ?? _built.Task.Exception;
    }
}

using System.Reflection;

namespace Aspire.Hosting.Testing;

/// <summary>Runs an AppHost within a test.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>The AppHost that <typeparamref name="TEntryPoint"/> belongs to, such as <c>Projects.AppHost</c>, with its model as its entry point makes it.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    /// <param name="args">The AppHost's command line.</param>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync(typeof(TEntryPoint), args, cancellationToken);

    /// <exception cref="DistributedApplicationException">The assembly has no entry point, or it makes no application.</exception>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, string[] args, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        ArgumentNullException.ThrowIfNull(args);
        var assembly = entryPoint.Assembly;
        var method = assembly.EntryPoint ?? throw new DistributedApplicationException($"{assembly.GetName().Name}, where {entryPoint} is, is no program: it has no entry point.");
        var run = new TestRun(assembly, TestSettings.Args);
        return new TestingBuilder(await run.RunEntryPointAsync(method, args, cancellationToken), run);
    }

    /// <summary>An application without an AppHost: the test models it.</summary>
    public static IDistributedApplicationTestingBuilder Create(params string[] args)
    {
        var run = new TestRun(null, TestSettings.Args);
        var options = new DistributedApplicationOptions { Args = args, AssemblyName = Assembly.GetEntryAssembly()?.GetName().Name, Test = run };
        return new TestingBuilder(new DistributedApplicationBuilder(options), run);
    }
}

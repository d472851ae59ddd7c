namespace Aspire.Hosting.Testing;

/// <summary>An application under test while it is modelled; disposing it also ends the application that was built.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}

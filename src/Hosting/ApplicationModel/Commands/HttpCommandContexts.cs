namespace Aspire.Hosting.ApplicationModel;

/// <summary>The request of an HTTP command before it is sent.</summary>
public sealed class HttpCommandRequestContext
{
    public required IServiceProvider Services { get; init; }

    /// <summary>The earlier name of <see cref="Services"/>.</summary>
    public IServiceProvider ServiceProvider
    {
        get => Services;
        init => Services = value;
    }

    public required string ResourceName { get; init; }

    public required EndpointReference Endpoint { get; init; }

    public required CancellationToken CancellationToken { get; init; }

    public required HttpClient HttpClient { get; init; }

    public required HttpRequestMessage Request { get; init; }
}

/// <summary>The answer to an HTTP command.</summary>
public sealed class HttpCommandResultContext
{
    public required IServiceProvider Services { get; init; }

    /// <summary>The earlier name of <see cref="Services"/>.</summary>
    public IServiceProvider ServiceProvider
    {
        get => Services;
        init => Services = value;
    }

    public required string ResourceName { get; init; }

    public required EndpointReference Endpoint { get; init; }

    public required CancellationToken CancellationToken { get; init; }

    public required HttpClient HttpClient { get; init; }

    public required HttpResponseMessage Response { get; init; }
}

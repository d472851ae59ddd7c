using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What every resource, and every replica of it, has written.</summary>
public class ResourceLoggerService
{
    private readonly ConcurrentDictionary<string, ResourceLog> _logs = new(StringComparer.OrdinalIgnoreCase);

    public ILogger GetLogger(IResource resource) => GetLogger(resource.Name);

    /// <param name="resourceName">The resource's name, or the replica's.</param>
    public ILogger GetLogger(string resourceName) => new ResourceLogger(LogOf(resourceName));

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.Name);

    /// <summary>The lines so far, then those that come.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => LogOf(resourceName).WatchAsync();

    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource) => GetAllAsync(resource.Name);

    /// <summary>The lines so far.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName) => LogOf(resourceName).GetAllAsync();

    /// <summary>A line as the process wrote it.</summary>
    internal void Append(string resourceId, string content, bool isError) => LogOf(resourceId).Append(content, isError);

    internal IReadOnlyList<LogLine> Tail(string resourceId, int count) => LogOf(resourceId).Tail(count);

    private ResourceLog LogOf(string resourceName) => _logs.GetOrAdd(resourceName, _ => new ResourceLog());
}

/// <summary>One line of a log.</summary>
/// <param name="LineNumber">Counted from 1 for each resource.</param>
/// <param name="IsErrorMessage">Whether it came from the error stream.</param>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A resource that others find by its name: <c>https+http://stock</c>.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

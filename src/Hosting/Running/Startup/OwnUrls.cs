using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The URLs that a replica listens on, once its ports are known.</summary>
internal sealed record OwnUrls(ProjectResource Project, IReadOnlyList<EndpointAnnotation> Endpoints)
{
    public string With(ReplicaPorts ports) => string.Join(';', Endpoints.Select(e => $"{e.UriScheme}://localhost:{ports[e.Name]}"));
}

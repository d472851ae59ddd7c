using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Which resources are published to which environment.</summary>
internal static class EnvironmentMembers
{
    /// <summary>The resources that run as containers of the environment, in the order of the model.</summary>
    /// <exception cref="DistributedApplicationException">There are several environments and a resource does not say which.</exception>
    public static IReadOnlyList<IResource> Of(DistributedApplicationModel model, IComputeEnvironmentResource environment)
    {
        var environments = model.Resources.OfType<IComputeEnvironmentResource>().ToList();
        return [.. Published(model).Where(r => r is not ExecutableResource && ReferenceEquals(EnvironmentOf(r, environments), environment))];
    }

    /// <summary>Programs of this machine: there is no image of them.</summary>
    public static IReadOnlyList<ExecutableResource> WithoutImage(DistributedApplicationModel model) => [.. Published(model).OfType<ExecutableResource>()];

    private static IEnumerable<IResource> Published(DistributedApplicationModel model) =>
        model.Resources.Where(r => r is IComputeResource && !r.HasAnnotationOfType<ExcludeFromManifestAnnotation>());

    private static IComputeEnvironmentResource EnvironmentOf(IResource resource, List<IComputeEnvironmentResource> environments)
    {
        if (resource.TryGetLastAnnotation<ComputeEnvironmentAnnotation>(out var chosen))
        {
            return chosen.ComputeEnvironment;
        }

        return environments is [var only]
            ? only
            : throw new DistributedApplicationException(
                $"'{resource.Name}' does not say which of the environments {string.Join(", ", environments.Select(e => $"'{e.Name}'"))} it is published to. "
                + "Say it with WithComputeEnvironment.");
    }
}

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Publishing;

/// <summary>Which resources are published to which environment.</summary>
internal static class EnvironmentMembers
{
    /// <summary>The resources that run as containers of the environment, in the order of the model; says which ones cannot.</summary>
    /// <exception cref="DistributedApplicationException">There are several environments and a resource does not say which.</exception>
    public static IReadOnlyList<IResource> ToPublish(PipelineStepContext context, IComputeEnvironmentResource environment)
    {
        var environments = context.Model.Resources.OfType<IComputeEnvironmentResource>().ToList();
        var members = Published(context.Model).Where(r => ReferenceEquals(EnvironmentOf(r, environments), environment)).ToList();
        foreach (var executable in members.OfType<ExecutableResource>())
        {
            context.ReportingStep.Log(LogLevel.Warning, $"'{executable.Name}' is left out: it is a program of this machine, and there is no image of it.");
        }

        return [.. members.Where(m => m is not ExecutableResource)];
    }

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

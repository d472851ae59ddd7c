using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Checking;

/// <summary>Resources that wait for each other in a circle would wait for ever.</summary>
internal static class WaitCycles
{
    /// <exception cref="DistributedApplicationException">There is a circle; the message goes once around it.</exception>
    public static void Refuse(IEnumerable<IResource> resources)
    {
        var done = new HashSet<IResource>();
        foreach (var resource in resources)
        {
            Visit(resource, [], done);
        }
    }

    private static void Visit(IResource resource, List<IResource> path, HashSet<IResource> done)
    {
        var start = path.IndexOf(resource);
        if (start >= 0)
        {
            var circle = path.Skip(start).Append(resource).Select(r => $"'{r.Name}'");
            throw new DistributedApplicationException($"Resources wait for each other in a circle: {string.Join(" waits for ", circle)}. Remove one of the WaitFor calls.");
        }

        if (done.Contains(resource))
        {
            return;
        }

        path.Add(resource);
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
        {
            Visit(wait.Resource, path, done);
        }

        path.RemoveAt(path.Count - 1);
        done.Add(resource);
    }
}

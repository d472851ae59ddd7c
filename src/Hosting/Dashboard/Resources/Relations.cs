using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>Who needs whom: by reference, by waiting, or because a value of the one is in the environment of the other.</summary>
internal sealed class Relations(DistributedApplicationModel model, DistributedApplicationExecutionContext executionContext)
{
    private Task<IReadOnlyList<Relation>>? _all;

    /// <summary>The model does not change once it runs, so it is asked once.</summary>
    public Task<IReadOnlyList<Relation>> AllAsync() => _all ??= ReadAsync();

    private async Task<IReadOnlyList<Relation>> ReadAsync()
    {
        var relations = new List<Relation>();
        foreach (var resource in model.Resources.Where(r => r is not ParameterResource))
        {
            relations.AddRange(resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => new Relation(resource.Name, r.Resource.Name, r.Type)));
            relations.AddRange((await ValuesOfAsync(resource)).SelectMany(Sources).Where(s => s != resource).Select(s => new Relation(resource.Name, s.Name, s is ParameterResource ? "Value" : "Reference")));
        }

        return [.. relations.Where(r => r.From != r.To).DistinctBy(r => (r.From, r.To, r.Kind))];
    }

    private async Task<IEnumerable<object>> ValuesOfAsync(IResource resource)
    {
        try
        {
            return (await resource.CollectEnvironmentAsync(executionContext, CancellationToken.None)).Values;
        }
        catch (Exception)
        {
            // The model's own callback; the resource's state and log say what is wrong with it.
            return [];
        }
    }

    private static IEnumerable<IResource> Sources(object value) => value switch
    {
        IResource resource => [resource],
        IResourceBuilder<IResource> builder => [builder.Resource],
        IValueWithReferences composed => composed.References.SelectMany(Sources),
        _ => [],
    };
}

/// <param name="From">Who needs.</param>
/// <param name="To">Who is needed.</param>
public sealed record Relation(string From, string To, string Kind);

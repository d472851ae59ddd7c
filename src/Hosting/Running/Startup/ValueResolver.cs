using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Turns what the model put into an environment or an argument list into text, for one replica: its own target ports are its alone.</summary>
internal sealed class ValueResolver(IResource resource, ReplicaPorts ports)
{
    public async ValueTask<string?> ResolveAsync(object? value, CancellationToken cancellationToken) => value switch
    {
        null => null,
        string text => text,
        EndpointReferenceExpression { Property: EndpointProperty.TargetPort } own when ReferenceEquals(own.Endpoint.Resource, resource) =>
            ports[own.Endpoint.EndpointAnnotation.Name].ToString(CultureInfo.InvariantCulture),
        ReferenceExpression expression => await ResolveAsync(expression, cancellationToken),
        IValueProvider provider => await provider.GetValueAsync(cancellationToken),
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(cancellationToken),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>The parameters among the values that nobody has given yet.</summary>
    public static IEnumerable<ParameterResource> Missing(IEnumerable<object> values) => values.SelectMany(Parameters).Distinct().Where(p => !p.HasValue);

    private async ValueTask<string?> ResolveAsync(ReferenceExpression expression, CancellationToken cancellationToken)
    {
        var values = new object?[expression.ValueProviders.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = await ResolveAsync(expression.ValueProviders[i], cancellationToken);
        }

        return expression.Format == "{0}" ? (string?)values[0] : string.Format(CultureInfo.InvariantCulture, expression.Format, values);
    }

    private static IEnumerable<ParameterResource> Parameters(object value) => value switch
    {
        ParameterResource parameter => [parameter],
        IResourceBuilder<ParameterResource> builder => [builder.Resource],
        IValueWithReferences composed => composed.References.SelectMany(Parameters),
        _ => [],
    };
}

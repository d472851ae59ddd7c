using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Kubernetes;

/// <summary><c>Chart.yaml</c>: what the model says of the chart, and what follows from the application where it says nothing.</summary>
internal sealed record ChartMetadata(string Name, string Version, string Description)
{
    public static async Task<ChartMetadata> ReadAsync(HelmChartOptions options, string applicationName, CancellationToken cancellationToken) => new(
        await ValueAsync(options.ChartName, cancellationToken) ?? NameOf(applicationName),
        await ValueAsync(options.ChartVersion, cancellationToken) ?? "0.1.0",
        await ValueAsync(options.ChartDescription, cancellationToken) ?? "Aspire Helm Chart");

    public YamlMap ToYaml() => new()
    {
        { "apiVersion", "v2" },
        { "name", Name },
        { "version", Version },
        { "kubeVersion", ">= 1.18.0-0" },
        { "description", Description },
        { "type", "application" },
        { "keywords", new YamlList { "aspire", "kubernetes" } },
        { "appVersion", Version },
        { "deprecated", false },
    };

    private static async Task<string?> ValueAsync(ReferenceExpression? expression, CancellationToken cancellationToken)
    {
        if (expression?.ValueProviders.OfType<ParameterResource>().FirstOrDefault(p => p.Secret) is { } secret)
        {
            throw new DistributedApplicationException($"The chart's name, version and description are published, so the secret '{secret.Name}' cannot be one of them.");
        }

        return expression is null ? null : await expression.GetValueAsync(cancellationToken);
    }

    /// <summary>Helm's names are of lower-case letters, digits and hyphens: <c>Shop.AppHost</c> becomes <c>shop-apphost</c>.</summary>
    private static string NameOf(string applicationName)
    {
        var name = string.Concat(applicationName.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')).Trim('-');
        return name.Length > 0 ? name : "aspire";
    }
}

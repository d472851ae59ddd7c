using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;
using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Kubernetes;

/// <summary>A resource as the chart's templates need it.</summary>
internal sealed record ChartWorkload
{
    public required IResource Resource { get; init; }

    public required KubernetesEnvironmentResource Environment { get; init; }

    public required string Image { get; init; }

    public required IReadOnlyList<PublishedPort> Ports { get; init; }

    public required ChartTextWriter Text { get; init; }

    /// <summary>Variables for everyone to see, by name.</summary>
    public required YamlMap Config { get; init; }

    /// <summary>Variables with a secret in them.</summary>
    public required YamlMap Secrets { get; init; }

    public required YamlList Arguments { get; init; }

    public IReadOnlyList<ContainerMountAnnotation> Mounts { get; init; } = [];

    public YamlMap Labels => new()
    {
        { "app.kubernetes.io/name", "{{ .Chart.Name }}" },
        { "app.kubernetes.io/component", Resource.Name },
        { "app.kubernetes.io/instance", "{{ .Release.Name }}" },
    };

    public YamlMap Metadata(string name) => new() { { "name", name }, { "labels", Labels } };

    public static async Task<ChartWorkload> ReadAsync(
        IResource resource,
        KubernetesEnvironmentResource environment,
        ChartValues values,
        ChartTextWriter text,
        DashboardResource? dashboard,
        DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        var config = new YamlMap();
        var secrets = new YamlMap();
        var ports = text.Ports(resource);
        foreach (var (name, value) in await PublishedVariables.CollectAsync(resource, ports, dashboard, executionContext, cancellationToken))
        {
            var written = text.Write(resource, value, $"The variable {name} of '{resource.Name}'");
            (written.IsSecret ? secrets : config).Add(name, written.IsExpression ? written.Text : Setting(resource, name, written.Text, values));
        }

        var arguments = await ReadArgumentsAsync(resource, values, text, secrets, executionContext, cancellationToken);
        return new ChartWorkload
        {
            Resource = resource,
            Environment = environment,
            Image = $"{{{{ {values.Parameter(resource, $"{resource.Name}_image", ContainerImage.Of(resource))} }}}}",
            Ports = ports,
            Text = text,
            Config = config,
            Secrets = secrets,
            Arguments = arguments,
            Mounts = [.. resource.Annotations.OfType<ContainerMountAnnotation>()],
        };
    }

    /// <summary>
    /// A value of the chart. Helm puts values between the template's quotes as they are: text that would end the string, or that means something in
    /// it, is no value but stands in the template.
    /// </summary>
    private static string Setting(IResource resource, string variable, string text, ChartValues values) =>
        text.Any(c => c is '"' or '\\' || char.IsControl(c))
            ? ChartTextWriter.Escape(text)
            : $"{{{{ {values.Setting(resource, variable, text)} }}}}";

    private static async Task<YamlList> ReadArgumentsAsync(
        IResource resource,
        ChartValues values,
        ChartTextWriter text,
        YamlMap secrets,
        DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        var list = new YamlList();
        foreach (var argument in await resource.CollectArgumentsAsync(executionContext, cancellationToken))
        {
            var written = text.WriteArgument(resource, argument, $"The argument {list.Count + 1} of '{resource.Name}'", VariableOf);
            list.Add(written.IsExpression ? written.Text : ChartTextWriter.Escape(written.Text));
        }

        return list;

        string VariableOf(ParameterResource secret)
        {
            var name = $"ARGUMENT_{ChartNames.ValueKey(secret.Name).ToUpperInvariant()}";
            if (!secrets.Contains(name))
            {
                secrets.Add(name, $"{{{{ {values.Parameter(resource, secret)} }}}}");
            }

            return name;
        }
    }
}

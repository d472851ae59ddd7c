using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Adds the values that the person who runs or deploys the application gives.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>A parameter read from <c>Parameters:{name}</c> in any configuration source.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddParameterResource(name, $"Parameters:{name}", secret, null);

    /// <param name="value">The value, whatever the configuration has.</param>
    /// <param name="publishValueAsDefault">Whether the value is also published; otherwise whoever deploys gives one.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, Func<string> valueGetter, bool publishValueAsDefault = false, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(valueGetter);
        if (publishValueAsDefault && secret)
        {
            throw new ArgumentException(
                $"The value of the secret parameter '{name}' cannot be published: leave out publishValueAsDefault.", nameof(publishValueAsDefault));
        }

        var parameter = builder.AddParameterResource(name, $"Parameters:{name}", secret, valueGetter);
        if (publishValueAsDefault)
        {
            parameter.Resource.Default = new ConstantParameterDefault(valueGetter);
        }

        return parameter;
    }

    /// <param name="configurationKey">The whole key, such as <c>ConnectionStrings:main</c>.</param>
    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(
        this IDistributedApplicationBuilder builder, string name, string configurationKey, bool secret = false) =>
        builder.AddParameterResource(name, configurationKey, secret, null);

    /// <param name="enableMarkdown">Whether the description is Markdown.</param>
    public static IResourceBuilder<ParameterResource> WithDescription(
        this IResourceBuilder<ParameterResource> builder, string description, bool enableMarkdown = false)
    {
        builder.Resource.Description = description;
        builder.Resource.EnableDescriptionMarkdown = enableMarkdown;
        return builder;
    }

    private static IResourceBuilder<ParameterResource> AddParameterResource(
        this IDistributedApplicationBuilder builder, string name, string configurationKey, bool secret, Func<string>? valueGetter)
    {
        var configuration = builder.Configuration;
        var parameter = new ParameterResource(
            name, _ => (valueGetter is null ? Read(configuration, configurationKey) : valueGetter()) ?? throw Missing(name, configurationKey), secret)
        {
            ConfigurationKey = configurationKey,
            CanBeAnswered = builder.ExecutionContext.IsRunMode,
        };
        return builder.AddResource(parameter);
    }

    /// <summary>Shells do not take dashes in variable names: <c>Parameters__log_level</c> is <c>Parameters:log-level</c> too.</summary>
    private static string? Read(ConfigurationManager configuration, string key) =>
        configuration[key] ?? (key.Contains('-', StringComparison.Ordinal) ? configuration[key.Replace('-', '_')] : null);

    private static MissingParameterValueException Missing(string name, string key) => new(
        $"The parameter '{name}' has no value. Give one as {key} in user secrets or appsettings, or as the variable "
        + $"{key.Replace(":", "__", StringComparison.Ordinal).Replace('-', '_')}.");
}

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>
/// A parameter with a default that every configuration source comes before. A value given to <c>AddParameter</c> is the last word, so what is
/// configured is looked up here.
/// </summary>
internal static class SettingExtensions
{
    public static IResourceBuilder<ParameterResource> AddSetting(this IDistributedApplicationBuilder builder, string name, string value, string description) =>
        builder.AddParameter(name, builder.Configured(name) ?? value, publishValueAsDefault: true).WithDescription(description);

    /// <summary>Shells do not take dashes in the names of variables: <c>Parameters__log_level</c> is <c>log-level</c> too.</summary>
    public static string? Configured(this IDistributedApplicationBuilder builder, string name) =>
        builder.Configuration[$"Parameters:{name}"] ?? builder.Configuration[$"Parameters:{name.Replace('-', '_')}"];
}

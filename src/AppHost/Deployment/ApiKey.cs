namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>A key that the service can have: an entry of the Secret, and the parameter that fills it.</summary>
internal sealed record ApiKeyAnnotation(string Variable, string Description, ParameterResource Parameter) : IResourceAnnotation;

internal static class ApiKeyExtensions
{
    /// <summary>
    /// A key is optional: without a value the variable is absent, not empty, and nobody is asked for it. <c>ANTHROPIC_API_KEY</c> is the parameter
    /// <c>anthropic-api-key</c>.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithApiKey(this IResourceBuilder<ProjectResource> project, string variable, string description)
    {
        var builder = project.ApplicationBuilder;
        var name = variable.ToLowerInvariant().Replace('_', '-');
        var value = builder.Configured(name) ?? "";
        var parameter = builder.AddParameter(name, () => value, secret: true).WithDescription(description);
        return project
            .WithAnnotation(new ApiKeyAnnotation(variable, description, parameter.Resource))
            .WithEnvironment(context =>
            {
                if (value.Length > 0 || context.ExecutionContext.IsPublishMode)
                {
                    context.EnvironmentVariables[variable] = parameter.Resource;
                }
            });
    }
}

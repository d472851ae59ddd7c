using Microsoft.Extensions.Hosting;

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>The builder and what the model says of itself.</summary>
internal static class ModelReport
{
    public static void Write(IDistributedApplicationBuilder builder, Model model)
    {
        var same = builder.CreateResourceBuilder(model.Service.Resource);
        Report.Write("builder", builder.AppHostAssembly?.GetName().Name, Path.GetFileName(builder.AppHostDirectory), builder.Environment.IsDevelopment(),
            builder.ExecutionContext.Operation, same.ApplicationBuilder == builder, same.Resource == model.Service.Resource);
        Report.Write("found by name", builder.Resources.TryGetByName("SERVICE", out var found) ? found.Name : null, builder.Resources.TryGetByName("servant", out _));
        Report.Write("models", new DistributedApplicationModel(builder.Resources).Resources.Count, new DistributedApplicationModel([model.Job.Resource]).Resources.Count);
        Report.Write("operations", (int)DistributedApplicationOperation.Run, (int)DistributedApplicationOperation.Publish,
            new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run).IsRunMode,
            new DistributedApplicationExecutionContext(DistributedApplicationOperation.Publish, "manifest").PublisherName);
        Report.Write("job", model.Job.Resource.Command, Path.GetFileName(model.Job.Resource.WorkingDirectory));
        WriteParent(model.Drawer.Resource);
        Report.Write("another model", DistributedApplication.CreateBuilder().Resources.Count);
        WriteProjects(model);
        WriteParameters(model);
    }

    private static void WriteParent<T>(T part) where T : IResourceWithParent<ProjectResource> =>
        Report.Write("part", part.Name, part.Parent.Name, ((IResourceWithParent)part).Parent.Name, part.Annotations.Count);

    private static void WriteProjects(Model model)
    {
        var metadata = model.Cupboard.Resource.GetProjectMetadata();
        var profile = metadata.LaunchSettings!.Profiles["http"];
        Report.Write("project", Path.GetFileName(metadata.ProjectPath), metadata.SuppressBuild, metadata.IsFileBasedApp);
        Report.Write("launch profile", profile.CommandName, profile.CommandLineArgs, profile.ApplicationUrl, profile.EnvironmentVariables["WOOD"]);
        Report.Write("endpoint of the launch profile", model.Cupboard.GetEndpoint("http").EndpointAnnotation.Port);
    }

    private static void WriteParameters(Model model)
    {
        var greeting = model.Greeting.Resource;
        Report.Write("greeting", greeting.Value, greeting.Secret, greeting.Default?.GetDefaultValue(), greeting.Description, greeting.EnableDescriptionMarkdown, greeting.ValueExpression);
        Report.Write("password", model.Password.Resource.Secret, model.Password.Resource.Default is null, model.Password.Resource.ValueExpression);
        try
        {
            Report.Write("unknown", model.Unknown.Resource.Value);
        }
        catch (MissingParameterValueException exception)
        {
            Report.Write("unknown", exception is DistributedApplicationException, exception.Message.Contains("Parameters:unknown", StringComparison.Ordinal));
        }
    }
}

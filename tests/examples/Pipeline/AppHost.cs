using System.Globalization;
using Microsoft.Extensions.Configuration;
using RegressionAnalyzer.Examples.Pipeline;

// A model whose steps succeed, fail and wait in every way that the pipeline has an answer for. The setting Case adds what cannot even be modelled.
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
{
    Args = args,
    ProjectDirectory = Environment.GetEnvironmentVariable("EXAMPLE_FOLDER"),
});
builder.AddKubernetesEnvironment("k8s");

// Published, and never built: any project that is there will do.
builder.AddProject("shop", Projects.Pipeline.ProjectPath).WithHttpEndpoint().WithEnvironment("PASSWORD", builder.AddParameter("password", secret: true));
for (var i = 1; i <= builder.Configuration.GetValue("Services", 0); i++)
{
    // As many more services as asked for, to see what publishing costs each.
    builder.AddProject($"service-{i}", Projects.Pipeline.ProjectPath).WithHttpEndpoint().WithEnvironment("NAME", $"service {i.ToString(CultureInfo.InvariantCulture)}");
}

builder.AddSucceedingSteps();
builder.AddFailingSteps();
builder.AddWaitingSteps();
BrokenModels.Apply(builder, builder.Configuration["Case"]);
builder.Build().Run();

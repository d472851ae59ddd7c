using RegressionAnalyzer.Examples.Pipeline;

// A model whose steps succeed, fail and wait in every way that the pipeline has an answer for. The setting Case adds what cannot even be modelled.
var builder = DistributedApplication.CreateBuilder(args);
builder.AddKubernetesEnvironment("k8s");
builder.AddProject("shop", "shop.csproj").WithHttpEndpoint().WithEnvironment("PASSWORD", builder.AddParameter("password", secret: true));
builder.AddSucceedingSteps();
builder.AddFailingSteps();
builder.AddWaitingSteps();
BrokenModels.Apply(builder, builder.Configuration["Case"]);
builder.Build().Run();

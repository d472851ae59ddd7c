using RegressionAnalyzer.Examples.Everything;

// Every verb of the API that a model may use, at least once, so that what does not compile or does not work shows here.
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
{
    Args = args,
    DisableDashboard = true,
    AllowUnsecuredTransport = true,
    EnableResourceLogging = true,
    AssemblyName = typeof(Settings).Assembly.GetName().Name,
    DashboardApplicationName = "Everything",
});
var target = builder.Configuration["Target"] == "compose" ? Environments.AddCompose(builder) : Environments.AddKubernetes(builder);
var settings = Settings.Add(builder);
var worker = Programs.AddWorker(builder);
var stock = Services.AddStock(builder, target, settings);
Services.AddWeb(builder, target, settings, stock, worker);
Steps.Add(builder);
await builder.Build().RunAsync();

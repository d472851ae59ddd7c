using RegressionAnalyzer.Api.Analyses;
using RegressionAnalyzer.Api.Charts;
using RegressionAnalyzer.Api.Docs;
using RegressionAnalyzer.Api.Health;
using RegressionAnalyzer.Api.Insight;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Json;
using RegressionAnalyzer.Api.Limits;
using RegressionAnalyzer.Api.Page;
using RegressionAnalyzer.Api.Problems;
using RegressionAnalyzer.Api.Results;
using RegressionAnalyzer.Api.Retention;
using RegressionAnalyzer.Api.Settings;
using RegressionAnalyzer.Api.Storage;
using RegressionAnalyzer.Api.Uploads;
using RegressionAnalyzer.ServiceDefaults;

if (args is [HealthCheckCommand.Name, ..])
    return await HealthCheckCommand.RunAsync(args[1..]);

return await Startup.RunAsync(args, static builder =>
{
    builder.AddServiceDefaults();
    builder.AddListening();
    builder.AddJson();
    builder.AddProblems();
    builder.AddOpenApiDocument();
    builder.AddLimits();
    builder.AddStorage();
    builder.AddUploads();
    builder.AddJobs();
    builder.AddResults();
    builder.AddRetention();
    builder.AddInsight();
    builder.AddHealth();
    builder.AddPage();
}, static app =>
{
    app.UseLimits();
    app.UseProblems();
    app.MapPage();
    app.MapReference();

    var api = app.MapGroup("/api/v1").WithHead();
    api.MapUploads();
    api.MapAnalyses();
    api.MapResults();
    api.MapCharts();
    api.MapProviders();
    api.MapHealth();
});

using RegressionAnalyzer.Examples.Observer;

// What a program may ask of a model before it runs, and of the application while it runs. Each answer is a line that begins with "> ".
var builder = DistributedApplication.CreateBuilder(args);
var model = Model.Add(builder);
Report.Heading("model");
ModelReport.Write(builder, model);
AnnotationReport.Write(model);
await ExpressionReport.WriteAsync(model);
ConstantReport.Write();

await using var application = builder.Build();
using var history = new History(application.ResourceNotifications);
await application.StartAsync();
Report.Heading("running");
await LifeReport.WriteAsync(application, model);
await SnapshotReport.WriteAsync(application, model);
await CommandReport.WriteAsync(application, model);
await LogReport.WriteAsync(application, model);
await application.StopAsync();
Report.Heading("history");
await history.WriteAsync();

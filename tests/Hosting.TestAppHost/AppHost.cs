// An AppHost for the tests of run mode. What it models is chosen by settings, so that each mistake and each ending can be seen from outside, in a process of its own.
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
{
    Args = args,
    EnableResourceLogging = args.Contains("--Linger=yes"),
    DisableDashboard = !args.Contains("--Dashboard=yes"),
});
var settings = builder.Configuration;
for (var tool = 1; tool <= settings.GetValue("Tools", 0); tool++)
{
    builder.AddExecutable($"tool-{tool}", "sleep", ".", "1000");
}

if (settings["Tools"] is not null)
{
    await builder.Build().RunAsync();
    return;
}

var service = builder.AddProject<Projects.Hosting_TestService>("service", launchProfileName: null)
    .WithHttpEndpoint(port: settings.GetValue<int?>("Port"))
    .WithReplicas(settings.GetValue("Replicas", 2))
    .WithHttpHealthCheck("/health")
    .WithEnvironment("CRASH_AT_START", settings["Crash"])
    .WithEnvironment("START_CHILD", settings["Child"])
    .WithEnvironment("GREETING", settings["Greeting"]);
if (settings["Linger"] is not null)
{
    builder.AddExecutable("lingerer", "sh", ".", "-c", "trap 'echo lingering; sleep 1000' TERM; echo up; while :; do sleep 0.1; done");
}

if (settings["Chatter"] is not null)
{
    builder.AddExecutable("chatter", "sh", ".", "-c", @"printf '\033[32mgreen\033[0m and <b>not bold</b>\n'; i=0; while :; do i=$((i+1)); echo ""line $i""; sleep 0.2; done")
        .WithCommand("greet", "Greet", _ => Task.FromResult(CommandResults.Success()), new CommandOptions { ConfirmationMessage = "Shall it greet?" })
        .WithCommand("fail", "Fail", _ => Task.FromResult(CommandResults.Failure("It never works.")));
}

if (settings["Crashing"] is not null)
{
    builder.AddExecutable("crashing", "sh", ".", "-c", "sleep 1; exit 5");
}

if (settings["Ask"] is not null)
{
    service.WithEnvironment("GREETING", builder.AddParameter("greeting", secret: settings["Ask"] == "secret"));
}

switch (settings["Mistake"])
{
    case "duplicate":
        builder.AddExecutable("Service", "sleep", ".");
        break;
    case "name":
        builder.AddExecutable("not_valid", "sleep", ".");
        break;
    case "missing":
        builder.AddExecutable("tool", "no-such-program", ".");
        break;
    case "build":
        builder.AddProject("broken", settings["Project"]!);
        break;
    case "folder":
        builder.AddExecutable("tool", "sleep", "no-such-folder");
        break;
    case "project":
        builder.AddProject("gone", "gone/gone.csproj");
        break;
    case "variable":
        builder.AddExecutable("other", "sleep", ".").WithEnvironment("OTHER", ReferenceExpression.Create($"at {service.GetEndpoint("grpc").Property(EndpointProperty.Port)}"));
        break;
    case "argument":
        builder.AddExecutable("other", "sleep", ".").WithArgs(service.GetEndpoint("grpc"));
        break;
    case "callback":
        service.WithEnvironment(context => context.EnvironmentVariables["OTHER"] = service.GetEndpoint("grpc"));
        break;
    case "check":
        service.WithHttpHealthCheck("/", endpointName: "grpc");
        break;
    case "command":
        service.WithHttpCommand("/", "Ask", endpointName: "grpc");
        break;
    case "key":
        service.WithHealthCheck("pulse");
        break;
    case "steps":
        builder.Pipeline.AddStep("a", _ => Task.CompletedTask, dependsOn: "b");
        builder.Pipeline.AddStep("b", _ => Task.CompletedTask, dependsOn: "a");
        break;
    case "step":
        builder.Pipeline.AddStep("a", _ => Task.CompletedTask, requiredBy: "biuld");
        break;
    case "circle":
        var one = builder.AddExecutable("one", "sleep", ".").WaitFor(service);
        service.WaitFor(one);
        break;
}

await builder.Build().RunAsync();

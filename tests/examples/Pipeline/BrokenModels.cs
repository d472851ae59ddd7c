namespace RegressionAnalyzer.Examples.Pipeline;

internal static class BrokenModels
{
    public static void Apply(IDistributedApplicationBuilder builder, string? name)
    {
        switch (name)
        {
            case null:
                break;
            case "same-name":
                builder.AddParameter("Shop");
                break;
            case "bad-name":
                builder.AddParameter("no_underscores");
                break;
            case "same-step":
                builder.Pipeline.AddStep("first", _ => Task.CompletedTask);
                break;
            case "well-known-step":
                builder.Pipeline.AddStep("deploy", _ => Task.CompletedTask);
                break;
            case "unknown-dependency":
                builder.Pipeline.AddStep("lost", _ => Task.CompletedTask, dependsOn: "nowhere");
                break;
            case "unknown-requirement":
                builder.Pipeline.AddStep("lost", _ => Task.CompletedTask, requiredBy: "nowhere");
                break;
            case "circle":
                builder.Pipeline.AddStep("a", _ => Task.CompletedTask, dependsOn: "c");
                builder.Pipeline.AddStep("b", _ => Task.CompletedTask, dependsOn: "a", requiredBy: "c");
                builder.Pipeline.AddStep("c", _ => Task.CompletedTask);
                break;
            case "circle-of-waits":
                var one = builder.AddProject("one", Projects.Pipeline.ProjectPath);
                one.WaitFor(builder.AddProject("two", Projects.Pipeline.ProjectPath).WaitFor(one));
                break;
            case "unknown-endpoint":
                var shop = (ProjectResource)builder.Resources.Single(r => r.Name == "shop");
                builder.AddProject("till", Projects.Pipeline.ProjectPath).WithEnvironment("SHOP", shop.GetEndpoint("grpc"));
                break;
            default:
                throw new DistributedApplicationException($"There is no case '{name}'.");
        }
    }
}
